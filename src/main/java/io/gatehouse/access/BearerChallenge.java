package io.gatehouse.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.WwwAuthenticateChallengeProvider;
import jakarta.inject.Singleton;

/** Tells who came without a key how to bring one (RFC 6750 §3). */
@Singleton
class BearerChallenge implements WwwAuthenticateChallengeProvider<HttpRequest<?>> {

  @Override
  public String getWwwAuthenticateChallenge(final HttpRequest<?> request) {
    return "Bearer realm=\"gatehouse\"";
  }
}
