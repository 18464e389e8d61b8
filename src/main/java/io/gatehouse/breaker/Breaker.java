package io.gatehouse.breaker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker that opens after so many failures in a row (S3.15). The ready-made ones count a
 * share of the last calls; S3.18 shows how many failed one after the other.
 *
 * <p>While it is open nothing is tried. After a time one trial is let through: when it succeeds all
 * goes on, when it fails the time begins anew. Outcomes of what was let through before the breaker
 * last changed its mind say nothing any more. Safe for use by several threads.
 */
public final class Breaker {

  /** S3.15, S3.18. */
  public enum State {
    /** All is tried. */
    CLOSED,
    /** Nothing is tried. */
    OPEN,
    /** One trial is under way, or the next to ask is it. */
    HALF_OPEN
  }

  private final InstantSource clock;
  private final int threshold;
  private final Duration reset;

  private int failures;
  private long generation;
  private @Nullable Instant opened;
  private @Nullable Instant tried;

  /**
   * @param threshold failures in a row that open it, at least 1
   * @param reset how long it stays open, and how long a trial may take before another one is let
   *     through in its place
   */
  public Breaker(final InstantSource clock, final int threshold, final Duration reset) {
    this.clock = clock;
    this.threshold = threshold;
    this.reset = reset;
  }

  /** Something that may be tried; its outcome is to be told once, later words are not heard. */
  public final class Attempt {

    private final long since;
    private boolean told;

    private Attempt(final long since) {
      this.since = since;
    }

    public void succeeded() {
      end(this, Outcome.SUCCESS);
    }

    public void failed() {
      end(this, Outcome.FAILURE);
    }

    /** It says nothing about what is guarded: a trial that ends so makes room for another. */
    public void undecided() {
      end(this, Outcome.NEITHER);
    }
  }

  private enum Outcome {
    SUCCESS,
    FAILURE,
    NEITHER
  }

  /** Leave to try; none while it is open, or while a trial is under way. */
  public synchronized Optional<Attempt> admit() {
    if (opened == null) {
      return Optional.of(new Attempt(generation));
    }
    final Instant now = clock.instant();
    final Instant last = tried == null ? opened : tried;
    if (now.isBefore(last.plus(reset))) {
      return Optional.empty();
    }
    tried = now;
    generation++;
    return Optional.of(new Attempt(generation));
  }

  public synchronized State state() {
    if (opened == null) {
      return State.CLOSED;
    }
    return tried != null || !clock.instant().isBefore(opened.plus(reset))
        ? State.HALF_OPEN
        : State.OPEN;
  }

  /** How many failed since something succeeded. */
  public synchronized int failureCount() {
    return failures;
  }

  private synchronized void end(final Attempt attempt, final Outcome outcome) {
    if (attempt.told || attempt.since != generation) {
      return;
    }
    attempt.told = true;
    switch (outcome) {
      case SUCCESS -> close();
      case FAILURE -> fail();
      case NEITHER -> tried = null;
    }
  }

  private void close() {
    failures = 0;
    if (opened != null) {
      opened = null;
      tried = null;
      generation++;
    }
  }

  private void fail() {
    failures++;
    if (opened != null || failures >= threshold) {
      opened = clock.instant();
      tried = null;
      generation++;
    }
  }
}
