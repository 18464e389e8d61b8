package io.gatehouse.portal;

import io.gatehouse.fakesite.FakeSite;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The site's background workers, which send its webhooks side by side and so in no order. */
final class Workers implements AutoCloseable {

  private static final int MANY = 16;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofMillis(20);

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeSite site;
  private volatile boolean over;

  Workers(final FakeSite site) {
    this.site = site;
    for (int n = 0; n < MANY; n++) {
      workers.submit(this::work);
    }
  }

  private void work() {
    try {
      while (!over) {
        final boolean sent = site.work(PAUSE);
        if (!sent) {
          Thread.sleep(IDLE);
        }
      }
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over = true;
    workers.shutdownNow();
  }
}
