package io.gatehouse.passage;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The machine's own time. */
@Singleton
final class MachineTimer implements Timer {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("passage-timer").factory());

  @Override
  public void after(final Duration time, final Runnable what) {
    thread.schedule(what, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
