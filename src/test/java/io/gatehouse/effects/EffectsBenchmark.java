package io.gatehouse.effects;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.embedded.DirectoryLock;
import io.gatehouse.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/**
 * Prints figures and asserts nothing; run it by name: {@code mvn test -Dtest=EffectsBenchmark}. The
 * server is one of its own that waits for the disk, as in production.
 */
class EffectsBenchmark {

  private static final int ONE_BY_ONE = 1000;
  private static final int MANY = 20_000;
  private static final int BATCH = 4;

  private final ConcurrentMap<String, Long> begun = new ConcurrentHashMap<>();
  private final Semaphore arrivals = new Semaphore(0);

  private final Provider provider =
      new Provider(
          effect -> {
            begun.put(effect.payload().getOrDefault("name", ""), System.nanoTime());
            arrivals.release();
            return new Outcome.Done("X");
          });

  @Test
  void figures() throws InterruptedException, IOException {
    final Path directory = Path.of("target", "benchmark-database");
    try (var lock = DirectoryLock.hold(directory);
        var server = EmbeddedDatabase.start(directory, new Secret("benchmark"), Map.of());
        Gateway gateway = new Gateway(provider, at(server.url())).start()) {
      print("fsync %s on %s", gateway.tables().one("show fsync"), server.url().jdbc());
      gateway.tables().clear();
      through(gateway, 4000);
      latency(gateway);
      final long taken = through(gateway, MANY);
      print(
          "%d effects added %d at a time by 8 threads and carried out: %.0f/s",
          MANY, BATCH, MANY * 1e9 / taken);
    }
  }

  private static Map<String, Object> at(final DatabaseUrl url) {
    return Map.of(
        "datasources.default.url", url.jdbc(),
        "datasources.default.username", url.user(),
        "datasources.default.password", url.password().orElseThrow().reveal());
  }

  /** One at a time, as when little is going on. */
  private void latency(final Gateway gateway) throws InterruptedException {
    final long[] nanos = new long[ONE_BY_ONE];
    for (int i = 0; i < ONE_BY_ONE; i++) {
      gateway.add(List.of(Gateway.effect(Lane.TWILIO, UUID.randomUUID(), "one " + i)));
      final long committed = System.nanoTime();
      arrivals.acquire();
      nanos[i] = begun.getOrDefault("one " + i, 0L) - committed;
    }
    Arrays.sort(nanos);
    print(
        "commit to carrying out: median %.2f ms, 99 %% %.2f ms, longest %.2f ms",
        nanos[ONE_BY_ONE / 2] / 1e6,
        nanos[ONE_BY_ONE * 99 / 100] / 1e6,
        nanos[ONE_BY_ONE - 1] / 1e6);
  }

  private long through(final Gateway gateway, final int count) throws InterruptedException {
    final long start = System.nanoTime();
    final CountDownLatch added = new CountDownLatch(8);
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        threads.execute(
            () -> {
              for (int i = 0; i < count / 8; i += BATCH) {
                gateway.add(
                    List.of(
                        Gateway.effect(Lane.TWILIO, UUID.randomUUID(), "many"),
                        Gateway.effect(Lane.TWILIO, UUID.randomUUID(), "many"),
                        Gateway.effect(Lane.ERPNEXT, UUID.randomUUID(), "many"),
                        Gateway.effect(Lane.ERPNEXT, null, "many")));
              }
              added.countDown();
            });
      }
      added.await();
      print("added %d in %.1f s", count, (System.nanoTime() - start) / 1e9);
      arrivals.acquire(count);
    }
    return System.nanoTime() - start;
  }

  private static void print(final String format, final Object... figures) {
    System.out.println("BENCHMARK " + String.format(format, figures));
  }
}
