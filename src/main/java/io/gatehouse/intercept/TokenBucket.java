package io.gatehouse.intercept;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many pass a second, and after a pause so many at once. */
final class TokenBucket {

  private final InstantSource clock;
  private final double perSecond;
  private final double burst;
  private double tokens;
  private Instant filled;

  TokenBucket(final InstantSource clock, final int perSecond, final int burst) {
    this.clock = clock;
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filled = clock.instant();
  }

  /** Zero when it may pass; else how long until it could, and nothing is taken. */
  synchronized Duration take() {
    fill();
    if (tokens >= 1) {
      tokens -= 1;
      return Duration.ZERO;
    }
    return Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1_000));
  }

  /** Whether nobody took anything for so long that it need not be kept. */
  synchronized boolean full() {
    fill();
    return tokens >= burst;
  }

  private void fill() {
    final Instant now = clock.instant();
    final long passed = Duration.between(filled, now).toNanos();
    if (passed > 0) {
      tokens = Math.min(burst, tokens + passed / 1e9 * perSecond);
      filled = now;
    }
  }
}
