package io.gatehouse.vitals;

import io.gatehouse.base.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The router keeps requests to their ports, but connects a WebSocket at any. */
@ServerFilter("/ws/**")
class HealthPortFilter {

  private final OptionalInt port;

  HealthPortFilter(final Environment environment) {
    this.port = environment.server().healthPort();
  }

  /**
   * @return null where it goes on
   */
  @RequestFilter
  @Nullable HttpResponse<?> connectNobody(final HttpRequest<?> request) {
    return port.isPresent() && request.getServerAddress().getPort() == port.getAsInt()
        ? HttpResponse.notFound()
        : null;
  }
}
