package io.gatehouse.testkit;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it; set back to {@link #START} before each test.
 * With the property {@code test.clock} set to {@code machine} the machine's own is used: whoever
 * waits in the background needs one that runs.
 */
@Singleton
@Replaces(Clock.class)
@Requires(property = "test.clock", notEquals = "machine")
public final class TestClock extends Clock {

  /** A Monday afternoon in Europe, morning in Canada. */
  public static final Instant START = Instant.parse("2026-03-02T14:30:00Z");

  private volatile Instant now = START;
  private volatile Duration tick = Duration.ZERO;

  /** Stands still from then on. */
  public void set(final Instant instant) {
    now = instant;
    tick = Duration.ZERO;
  }

  /** Goes on by so much whenever it is looked at, as time does for whoever looks twice. */
  public void tick(final Duration step) {
    tick = step;
  }

  public void advance(final Duration step) {
    now = now.plus(step);
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(tick);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(final ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
