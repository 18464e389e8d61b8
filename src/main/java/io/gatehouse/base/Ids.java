package io.gatehouse.base;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7), so that indexes grow at their end. Those of one process
 * sort as they were made: within a millisecond the 12 bits behind the time count on (§6.2, method
 * 1), and more than 4,096 of them borrow from the next.
 */
public final class Ids {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER = (1L << COUNTER_BITS) - 1;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  public Ids(final InstantSource clock) {
    this.clock = clock;
  }

  public UUID next() {
    final long now = clock.millis() << COUNTER_BITS;
    final long tick = last.updateAndGet(before -> Math.max(now, before + 1));
    final long high = tick >>> COUNTER_BITS << 16 | 0x7000 | tick & COUNTER;
    final long low = random.nextLong() >>> 2 | 1L << 63;
    return new UUID(high, low);
  }
}
