package io.gatehouse.limits;

import io.gatehouse.access.Callers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.token.reader.TokenResolver;

/**
 * Asks the doorkeeper about every request that brings a key, before the database is asked whose it
 * is. Providers' webhooks bring none and are never refused here, since a message would be lost;
 * chat has rates of its own, for each connection and person.
 */
@ServerFilter({"/api/**", "/erpnext/sms", "/o/*/erpnext/sms"})
final class RequestLimits implements Ordered {

  private static final String CHAT = "/api/intercept";

  private final Doorkeeper door;
  private final Addresses addresses;
  private final TokenResolver<HttpRequest<?>> keys;

  RequestLimits(
      final Doorkeeper door, final Addresses addresses, final TokenResolver<HttpRequest<?>> keys) {
    this.door = door;
    this.addresses = addresses;
    this.keys = keys;
  }

  /** 429 with how long to wait, instead of whatever was asked for. */
  @RequestFilter
  void enter(final HttpRequest<?> request) {
    if (!request.getPath().equals(CHAT)) {
      door.enter(mark(request), () -> network(request));
    }
  }

  @ResponseFilter
  void leave(final HttpRequest<?> request, final HttpResponse<?> response) {
    if (request.getPath().equals(CHAT)) {
      return;
    }
    if (response.code() == HttpStatus.UNAUTHORIZED.getCode()) {
      door.failed(mark(request), network(request));
    } else if (Callers.of(request).isPresent()) {
      door.good(mark(request));
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  private String mark(final HttpRequest<?> request) {
    return keys.resolveToken(request).map(Doorkeeper::mark).orElse("");
  }

  private String network(final HttpRequest<?> request) {
    return Addresses.network(addresses.of(request));
  }
}
