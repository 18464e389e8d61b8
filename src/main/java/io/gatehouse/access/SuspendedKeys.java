package io.gatehouse.access;

import io.gatehouse.base.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the keys of a suspended organization read and nothing else, whatever route they ask for: not
 * open a WebSocket either, by which they would send.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SuspendedKeys implements Ordered {

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /**
   * Why a good key may only read.
   *
   * @param until when the suspension of its organization ends; empty: when somebody lifts it
   */
  record Suspension(Optional<Instant> until) {

    /** The attribute of the authentication that carries one. */
    static final String NAME = "suspension";

    private Problem refusal() {
      final String end =
          until.map(moment -> " until " + moment.truncatedTo(ChronoUnit.MINUTES)).orElse("");
      final Problem refusal =
          Problem.forbidden(
              "organization_suspended",
              "This organization is suspended" + end + ". Its keys may read, but not send.");
      until.ifPresent(moment -> refusal.with("until", moment.toString()));
      return refusal;
    }
  }

  /**
   * @throws Problem 403
   */
  @RequestFilter
  void refuse(final HttpRequest<?> request) {
    if (!READING.contains(request.getMethod()) || opensSocket(request)) {
      suspension(request)
          .ifPresent(
              suspension -> {
                throw suspension.refusal();
              });
    }
  }

  /** Others ask for an upgrade as well, to HTTP/2. */
  private static boolean opensSocket(final HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.UPGRADE).stream()
        .anyMatch(protocol -> protocol.strip().equalsIgnoreCase("websocket"));
  }

  /** Known once the key was looked at. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  private static Optional<Suspension> suspension(final HttpRequest<?> request) {
    return request
        .getUserPrincipal(Authentication.class)
        .map(who -> (Suspension) who.getAttributes().get(Suspension.NAME));
  }
}
