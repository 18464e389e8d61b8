package io.gatehouse.meters;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/**
 * Lets Prometheus in by a key of its own, which opens nothing else and needs no database: figures
 * are wanted most while that is away.
 */
@Singleton
class ScrapeKey implements TokenValidator<HttpRequest<?>> {

  private static final String PATH = "/manage/prometheus";
  private static final Authentication PROMETHEUS =
      Authentication.build("prometheus", List.of("metrics"), Map.of());

  private final Optional<Secret> key;

  ScrapeKey(final Environment environment) {
    this.key = environment.watching().metricsKey();
  }

  @Override
  public Publisher<Authentication> validateToken(final String token, final HttpRequest<?> request) {
    return request.getPath().equals(PATH) && key.filter(own -> same(own, token)).isPresent()
        ? Publishers.just(PROMETHEUS)
        : Publishers.empty();
  }

  private static boolean same(final Secret own, final String token) {
    return MessageDigest.isEqual(
        own.reveal().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /** Before those that ask the database. */
  @Override
  public int getOrder() {
    return -100;
  }
}
