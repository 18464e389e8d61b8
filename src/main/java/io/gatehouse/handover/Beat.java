package io.gatehouse.handover;

import io.gatehouse.feed.Bell;
import io.gatehouse.feed.Outlet;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has outlets get their turns: at once after this instance has added to the feed, and every second
 * for what others have. Each turn has a virtual thread, so that one that hangs is in nobody's way.
 */
@Singleton
class Beat {

  private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

  /** Many entries make one turn, and what was just committed can be read by then. */
  private static final Duration GATHER = Duration.ofMillis(20);

  private static final Duration STOP = Duration.ofSeconds(5);

  private final Handover handover;
  private final Bell bell;
  private final HandoverSettings settings;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("feed-", 0).factory());
  private boolean away;

  Beat(final Handover handover, final Bell bell, final HandoverSettings settings) {
    this.handover = handover;
    this.bell = bell;
    this.settings = settings;
  }

  @EventListener
  void onServerStart(final ServerStartupEvent event) {
    if (settings.enabled()) {
      threads.execute(this::go);
    }
  }

  private void go() {
    while (!threads.isShutdown()) {
      final long known = bell.rings();
      look();
      if (bell.await(known, settings.look())) {
        pause();
      }
    }
  }

  /** Nothing ends the beat: with the database away it is tried again. */
  private void look() {
    try {
      for (final Outlet outlet : handover.due()) {
        threads.execute(() -> handover.run(outlet));
      }
      away = false;
    } catch (final RuntimeException failed) {
      if (!away && !threads.isShutdown()) {
        LOG.warn("the feed stands still: {}", failed.getClass().getName());
      }
      away = true;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(GATHER);
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is under way may end, so that its lease does not outlive the process. */
  @PreDestroy
  void stop() {
    handover.stop();
    threads.shutdown();
    bell.ring();
    try {
      threads.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
