package io.gatehouse.intercept;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The key of a browser, which can send no header with a WebSocket but the names of sub-protocols:
 * {@code new WebSocket(url, ["gatehouse.v1", key])}. Only the first is ever answered.
 */
@Singleton
class ProtocolKey implements TokenReader<HttpRequest<?>> {

  static final String PROTOCOL = "gatehouse.v1";

  private static final String HEADER = "Sec-WebSocket-Protocol";

  @Override
  public Optional<String> findToken(final HttpRequest<?> request) {
    final List<String> offered =
        request.getHeaders().getAll(HEADER).stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .toList();
    return offered.contains(PROTOCOL)
        ? offered.stream().filter(name -> !name.equals(PROTOCOL) && !name.isEmpty()).findFirst()
        : Optional.empty();
  }

  /** After the headers made for it. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
