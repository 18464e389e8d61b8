package io.gatehouse.meters;

import io.gatehouse.handover.FeedHealth;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks into the database for whoever scrapes: seldom, and without making anybody wait for a
 * database that does not answer.
 */
@Singleton
class Look {

  /** Prometheus scrapes every 15 s unless told otherwise, and one figure asks for many. */
  static final Duration AGE = Duration.ofSeconds(15);

  private static final long PATIENCE_MILLIS = 400;

  private final WaitingRepository waiting;
  private final FeedHealth feed;
  private final ExecutorService blocking;
  private final Clock clock;

  private Instant began = Instant.MIN;
  private volatile Optional<Waiting> seen = Optional.empty();

  Look(
      final WaitingRepository waiting,
      final FeedHealth feed,
      @Named(TaskExecutors.BLOCKING) final ExecutorService blocking,
      final Clock clock) {
    this.waiting = waiting;
    this.feed = feed;
    this.blocking = blocking;
    this.clock = clock;
  }

  /** What was seen last; empty when the database did not answer then. */
  Optional<Waiting> last() {
    if (due()) {
      await(CompletableFuture.runAsync(this::look, blocking));
    }
    return seen;
  }

  private synchronized boolean due() {
    final Instant now = clock.instant();
    final boolean due = began.equals(Instant.MIN) || !within(AGE, began, now);
    began = due ? now : began;
    return due;
  }

  private static boolean within(final Duration age, final Instant began, final Instant now) {
    return Duration.between(began, now).abs().compareTo(age) < 0;
  }

  private void look() {
    try {
      seen = Optional.of(new Waiting(waiting.effects(), waiting.unread(), feed.flow()));
    } catch (final RuntimeException away) {
      // The figure gatehouse_database_up says so; a scrape must go on.
      seen = Optional.empty();
    }
  }

  private static void await(final CompletableFuture<Void> look) {
    try {
      look.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (final TimeoutException slow) {
      // Its figures are there for the next scrape.
    } catch (final InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (final ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
