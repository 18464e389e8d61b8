package io.gatehouse.sweep;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.breaker.Breaker.State;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the backlog while the server runs. */
@Singleton
class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Backlog backlog;
  private final Guard guard;
  private final Sweeper sweeper;
  private final Tidings tidings;
  private final SweepSettings settings;
  private boolean called;
  private volatile boolean stopped;

  Rounds(
      final Backlog backlog,
      final Guard guard,
      final Sweeper sweeper,
      final Tidings tidings,
      final SweepSettings settings) {
    this.backlog = backlog;
    this.guard = guard;
    this.sweeper = sweeper;
    this.tidings = tidings;
    this.settings = settings;
  }

  @EventListener
  void onServerStart(final ServerStartupEvent event) {
    try {
      backlog.resume();
      LOG.info("{} chat messages are still to be recorded", backlog.size().messages());
    } catch (final IOException unusable) {
      LOG.error("the backlog cannot be read or written: {}", unusable.toString());
    }
    backlog.whenKept(this::call);
    Thread.ofVirtual().name("passage-rounds").start(this::run);
  }

  private void run() {
    try {
      while (!stopped) {
        await();
        round();
      }
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is kept is looked at soon, for newer messages of its thread may wait for it. */
  private synchronized void await() throws InterruptedException {
    final long end = System.nanoTime() + settings.every().toNanos();
    for (long rest = end - System.nanoTime(); rest > 0 && !called; rest = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, rest);
    }
    called = false;
  }

  /** While recording is not even tried there is no hurry. */
  private void call() {
    if (guard.state() == State.CLOSED) {
      synchronized (this) {
        called = true;
        notifyAll();
      }
    }
  }

  /** Must not end, whatever fails: the next one may not. */
  void round() {
    try {
      sweeper.sweep();
      tidings.tell();
      backlog.tidy();
    } catch (final IOException | RuntimeException failed) {
      LOG.warn("the backlog waits: {}", failed.toString());
    }
  }

  @PreDestroy
  void stop() {
    stopped = true;
  }
}
