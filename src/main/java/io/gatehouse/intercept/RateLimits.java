package io.gatehouse.intercept;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How fast each key and each connection may ask. */
@Singleton
class RateLimits {

  private final Map<UUID, TokenBucket> keys = new ConcurrentHashMap<>();
  private final InterceptSettings.Rates rates;
  private final Clock clock;

  RateLimits(final InterceptSettings.Rates rates, final Clock clock) {
    this.rates = rates;
    this.clock = clock;
  }

  TokenBucket ofConnection() {
    return new TokenBucket(clock, rates.connection(), rates.connectionBurst());
  }

  /** Zero when the key may ask once more; else how long it must wait. */
  Duration take(final Caller caller) {
    return keys.computeIfAbsent(caller.key(), key -> bucket(caller)).take();
  }

  static Problem exceeded(final Duration wait) {
    return new Problem(429, "rate_limited", "Too many requests. Wait a little before the next.")
        .with("retry_after_ms", wait.toMillis());
  }

  /** Forgets keys that were quiet for long enough to have their whole burst again. */
  void tidy() {
    keys.values().removeIf(TokenBucket::full);
  }

  private TokenBucket bucket(final Caller caller) {
    return caller.bound().isPresent()
        ? new TokenBucket(clock, rates.participant(), rates.participantBurst())
        : new TokenBucket(clock, rates.key(), rates.keyBurst());
  }
}
