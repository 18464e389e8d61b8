package io.gatehouse.sweep;

import io.gatehouse.backlog.Backlog;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the backlog while the server runs. */
@Singleton
class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Backlog backlog;
  private final Sweeper sweeper;
  private final Tidings tidings;
  private final SweepSettings settings;
  private volatile boolean stopped;

  Rounds(
      final Backlog backlog,
      final Sweeper sweeper,
      final Tidings tidings,
      final SweepSettings settings) {
    this.backlog = backlog;
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
    Thread.ofVirtual().name("passage-rounds").start(this::run);
  }

  private void run() {
    try {
      while (!stopped) {
        Thread.sleep(settings.every());
        round();
      }
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
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
