package io.gatehouse.passage;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Chat;
import io.gatehouse.chat.Told;
import io.gatehouse.embedded.DirectoryLock;
import io.gatehouse.embedded.EmbeddedDatabase;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Prints figures and asserts nothing; run it by name: {@code mvn test -Dtest=PassageBenchmark}. The
 * database waits for the disk, as in production.
 */
class PassageBenchmark {

  private static final int THREADS = 500;
  private static final String[] WORDS = {
    "see you at five", "the leash is by the door", "she ate all of it", "thank you so much"
  };

  private int messages;

  @Test
  void figures() throws IOException, InterruptedException {
    final Path directory = Path.of("target", "benchmark-database");
    try (var lock = DirectoryLock.hold(directory);
        var database = EmbeddedDatabase.start(directory, new Secret("benchmark"), Map.of());
        EmbeddedServer server =
            ApplicationContext.run(EmbeddedServer.class, at(database.url()), "test")) {
      final ApplicationContext context = server.getApplicationContext();
      context.getBean(Tables.class).clear();
      final Passage passage = context.getBean(Passage.class);
      for (final int rate : new int[] {50, 200, 500, 1000}) {
        measure(passage, rate, rate * 8);
      }
      final PassageHealth health = context.getBean(PassageHealth.class);
      System.out.printf("in all %s, backlog %s%n", health.answered(), health.backlog());
    }
  }

  private static Map<String, Object> at(final DatabaseUrl url) {
    return Map.of(
        "datasources.default.url", url.jdbc(),
        "datasources.default.username", url.user(),
        "datasources.default.password", url.password().map(Secret::reveal).orElse(""),
        "micronaut.server.port", -1,
        "test.clock", "machine");
  }

  private void measure(final Passage passage, final int rate, final int many)
      throws InterruptedException {
    final long[] took = new long[many];
    final LongAdder recorded = new LongAdder();
    final CountDownLatch answers = new CountDownLatch(many);
    final long begin = System.nanoTime();
    for (int number = 0; number < many; number++) {
      final int own = number;
      final long due = begin + number * 1_000_000_000L / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      final Asked asked =
          Chat.asked("b" + messages++, "t" + number % THREADS, "ann", WORDS[number % WORDS.length]);
      passage
          .ask(asked)
          .thenAccept(
              told -> {
                took[own] = System.nanoTime() - due;
                recorded.add(told instanceof final Told.Judged judged && judged.recorded() ? 1 : 0);
                answers.countDown();
              });
    }
    answers.await();
    Arrays.sort(took);
    System.out.printf(
        "%d/s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %.2f %% recorded by then%n",
        rate,
        took[many / 2] / 1e6,
        took[many * 99 / 100] / 1e6,
        took[many - 1] / 1e6,
        recorded.sum() * 100.0 / many);
  }
}
