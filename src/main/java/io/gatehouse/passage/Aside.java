package io.gatehouse.passage;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where messages are answered that do not get recorded in time: in order within a thread. */
@Singleton
class Aside {

  private static final int THREADS = 4;

  private final List<ExecutorService> threads;

  @Inject
  Aside(final PassageSettings settings) {
    this(Stream.generate(() -> thread(settings.waiting() / THREADS + 1)).limit(THREADS).toList());
  }

  Aside(final List<ExecutorService> threads) {
    this.threads = threads;
  }

  private static ExecutorService thread(final int waiting) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(waiting),
        Thread.ofVirtual().name("passage-aside-", 0).factory());
  }

  /** Does something in the ticket's turn, or something quicker at once where too many wait. */
  void run(final Ticket ticket, final Runnable inTurn, final Runnable atOnce) {
    final int lane = Math.floorMod(ticket.asked().thread().hashCode(), threads.size());
    try {
      threads.get(lane).execute(inTurn);
    } catch (final RejectedExecutionException full) {
      atOnce.run();
    }
  }

  @PreDestroy
  void stop() {
    threads.forEach(ExecutorService::shutdown);
  }
}
