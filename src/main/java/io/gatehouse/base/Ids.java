package io.gatehouse.base;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562 §5.7): ordered by time, so that indexes grow at their end. */
public final class Ids {

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(final InstantSource clock) {
    this.clock = clock;
  }

  public UUID next() {
    final long high = clock.millis() << 16 | 0x7000 | random.nextInt(1 << 12);
    final long low = random.nextLong() >>> 2 | 1L << 63;
    return new UUID(high, low);
  }
}
