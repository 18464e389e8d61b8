package io.gatehouse.feed;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Waits for entries, on a virtual thread and without a connection. */
@Singleton
class Waiting {

  /** Each looks once a second; who is one too many is answered at once. */
  private static final int MOST = 100;

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** What was just committed may have to wait for another transaction to end. */
  private static final Duration SETTLING = Duration.ofMillis(50);

  private final Reading reading;
  private final Bell bell;
  private final Semaphore places = new Semaphore(MOST);

  Waiting(final Reading reading, final Bell bell) {
    this.reading = reading;
    this.bell = bell;
  }

  /**
   * @param place null for what comes from now on
   */
  Reading.Stretch read(
      final @Nullable Place place,
      final Reading.Wanted wanted,
      final int most,
      final Duration longest) {
    final Place from = place == null ? reading.end() : place;
    if (longest.isZero() || !places.tryAcquire()) {
      return reading.after(from, wanted, most);
    }
    try {
      return patiently(from, wanted, most, longest);
    } finally {
      places.release();
    }
  }

  private Reading.Stretch patiently(
      final Place from, final Reading.Wanted wanted, final int most, final Duration longest) {
    final long begun = System.nanoTime();
    long known = bell.rings();
    Reading.Stretch stretch = reading.after(from, wanted, most);
    Duration look = LOOK;
    while (stretch.items().isEmpty() && !Thread.currentThread().isInterrupted()) {
      final Duration left = longest.minusNanos(System.nanoTime() - begun);
      if (!left.isPositive()) {
        break;
      }
      look = bell.await(known, look.compareTo(left) < 0 ? look : left) ? SETTLING : LOOK;
      known = bell.rings();
      stretch = reading.after(stretch.next(), wanted, most);
    }
    return stretch;
  }
}
