package io.gatehouse.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints one table: {@code mvn -q -Pbench test-compile exec:exec}. */
public final class BenchmarkTable {

  private static final String FILE = System.getProperty(DetectionBenchmark.CORPUS, "");

  private final Map<String, Double> micros = new HashMap<>();
  private final PrintStream out = System.out;

  private BenchmarkTable() {}

  public static void main(final String[] arguments) throws RunnerException, IOException {
    final int seconds = Integer.getInteger("bench.search", 0);
    if (seconds > 0) {
      System.out.println("slowest: " + WorstText.search(Detector.standard(), seconds));
      return;
    }
    final var table = new BenchmarkTable();
    table.run();
    table.print(Path.of(FILE.isEmpty() ? DetectionBenchmark.HELD : FILE));
  }

  private void run() throws RunnerException {
    final var options =
        new OptionsBuilder()
            .include(DetectionBenchmark.class.getName())
            .jvmArgsAppend("-D" + DetectionBenchmark.CORPUS + "=" + file())
            .verbosity(VerboseMode.SILENT)
            .build();
    final Collection<RunResult> results = new Runner(options).run();
    for (final RunResult result : results) {
      micros.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
  }

  private static String file() {
    return FILE.isEmpty() ? DetectionBenchmark.HELD : FILE;
  }

  private void print(final Path corpus) throws IOException {
    final double bytes =
        BenchmarkTexts.corpus(corpus).stream()
            .mapToInt(request -> request.text().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    row("clean message of 60 characters", micros("clean"), "µs", "<= 10");
    row("  times plain patterns", micros("clean") / micros("cleanByPatterns"), "x", "");
    row("corpus " + corpus.getFileName(), bytes / micros("corpus"), "MB/s", ">= 5");
    row("  times plain patterns", micros("corpus") / micros("corpusByPatterns"), "x", "");
    row("ordinary 10,000 characters", micros("ordinary10k") / 1_000, "ms", "<= 5");
    row("worst 10,000 characters", micros("worst10k") / 1_000, "ms", "<= 10");
    row("  from 5,000 to 10,000", micros("worst10k") / micros("worst5k"), "x", "<= 2.3");
    row("  from 10,000 to 20,000", micros("worst20k") / micros("worst10k"), "x", "<= 2.3");
  }

  private double micros(final String benchmark) {
    return micros.getOrDefault(benchmark, Double.NaN);
  }

  private void row(final String what, final double value, final String unit, final String goal) {
    out.println(String.format(Locale.ROOT, "%-34s %10.2f %-5s %s", what, value, unit, goal));
  }
}
