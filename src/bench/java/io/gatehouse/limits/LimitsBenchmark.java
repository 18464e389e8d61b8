package io.gatehouse.limits;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.embedded.DirectoryLock;
import io.gatehouse.embedded.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What limits cost: {@code mvn -q -Pbench test-compile exec:exec
 * -Dbench.main=io.gatehouse.limits.LimitsBenchmark}. The database waits for the disk, as in
 * production.
 */
public final class LimitsBenchmark {

  private static final int TAKES = 2_000;

  private final PrintStream out = System.out;

  private LimitsBenchmark() {}

  public static void main(final String[] arguments) throws IOException, RunnerException {
    final var benchmark = new LimitsBenchmark();
    benchmark.local();
    final Path directory = Path.of("target", "benchmark-database");
    try (var lock = DirectoryLock.hold(directory);
        var server = EmbeddedDatabase.start(directory, new Secret("benchmark"), Map.of())) {
      benchmark.shared(server.url());
    }
    System.exit(0);
  }

  private void local() throws RunnerException {
    final var options =
        new OptionsBuilder()
            .include(DoorkeeperBenchmark.class.getName())
            .verbosity(VerboseMode.SILENT)
            .build();
    for (final RunResult result : new Runner(options).run()) {
      row(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore(), "ns");
    }
  }

  private void shared(final DatabaseUrl database) {
    try (ApplicationContext beans = beans(database)) {
      final Limits limits = beans.getBean(Limits.class);
      take(limits, "warm", TAKES);
      row("allowed, another person each", median(take(limits, "other", TAKES)), "ms");
      row("refused, one person", median(refused(limits)), "ms");
    }
  }

  private static long[] take(final Limits limits, final String name, final int takes) {
    final long[] nanos = new long[takes];
    for (int i = 0; i < takes; i++) {
      final Asker asker = asker(name + i, "10." + name.length() + "." + i / 250 + "." + i % 250);
      nanos[i] = time(() -> limits.take(Action.INVITE_ATTEMPT, asker));
    }
    return nanos;
  }

  private static long[] refused(final Limits limits) {
    final Asker asker = asker("ann", "203.0.113.7");
    final long[] nanos = new long[TAKES];
    for (int i = 0; i < TAKES; i++) {
      nanos[i] = time(() -> limits.take(Action.ORG_CREATION, asker));
    }
    return nanos;
  }

  private static long time(final Runnable call) {
    final long begin = System.nanoTime();
    call.run();
    return System.nanoTime() - begin;
  }

  private static Asker asker(final String user, final String ip) {
    return new Asker(OrganizationId.DEFAULT, Optional.of(user), Addresses.parse(ip, "ip"));
  }

  private static double median(final long[] nanos) {
    return Arrays.stream(nanos).sorted().toArray()[nanos.length / 2] / 1e6;
  }

  private static ApplicationContext beans(final DatabaseUrl database) {
    return ApplicationContext.builder("test")
        .properties(
            Map.of(
                "datasources.default.url", database.jdbc(),
                "datasources.default.username", database.user(),
                "datasources.default.password", database.password().orElseThrow().reveal(),
                "gatehouse.effects.workers", false,
                "gatehouse.effects.recurring", false,
                "test.clock", "machine"))
        .start();
  }

  private void row(final String what, final double value, final String unit) {
    out.println(String.format(Locale.ROOT, "%-34s %10.2f %s", what, value, unit));
  }
}
