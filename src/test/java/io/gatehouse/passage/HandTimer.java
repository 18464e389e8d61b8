package io.gatehouse.passage;

import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that a test moves. */
final class HandTimer implements Timer {

  private final TestClock clock;
  private final List<Due> waiting = new ArrayList<>();

  private record Due(Instant at, Runnable what) {}

  HandTimer(final TestClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void after(final Duration time, final Runnable what) {
    waiting.add(new Due(clock.instant().plus(time), what));
  }

  /** Does what is due by then, in its order. */
  void advance(final Duration time) {
    clock.advance(time);
    for (Optional<Due> next = next(); next.isPresent(); next = next()) {
      next.get().what().run();
    }
  }

  private synchronized Optional<Due> next() {
    final Optional<Due> next =
        waiting.stream()
            .filter(due -> !due.at().isAfter(clock.instant()))
            .min(Comparator.comparing(Due::at));
    next.ifPresent(waiting::remove);
    return next;
  }
}
