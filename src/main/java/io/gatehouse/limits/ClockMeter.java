package io.gatehouse.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;

/** The injected clock, as buckets read it: they hold until 2262. */
record ClockMeter(InstantSource clock) implements TimeMeter {

  private static final long NANOS = 1_000_000_000;

  @Override
  public long currentTimeNanos() {
    final Instant now = clock.instant();
    return now.getEpochSecond() * NANOS + now.getNano();
  }

  /** Buckets outlive processes. */
  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
