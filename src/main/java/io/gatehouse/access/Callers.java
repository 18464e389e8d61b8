package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.util.Optional;

/** Who sent a request, for what is not a controller. */
public final class Callers {

  private Callers() {}

  /** Empty when its key was none. */
  public static Optional<Caller> of(final HttpRequest<?> request) {
    return request
        .getUserPrincipal(Authentication.class)
        .map(authentication -> (Caller) authentication.getAttributes().get(BearerKeys.CALLER));
  }
}
