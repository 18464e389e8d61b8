package io.gatehouse.crowd;

import io.gatehouse.week.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Measures how a crowd is answered (S3.21), beside an echo of the same framework; then lets the
 * database hang and kills the gateway, and counts what became of every message. Exit code 1 when
 * one was lost, doubled or out of order.
 */
public final class Crowd {

  /** An echo has little to compile. */
  private static final int LITTLE = 30;

  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration HANGING = Duration.ofSeconds(5);

  private final Plan plan;
  private final Instant began = Instant.now();

  private Crowd(final Plan plan) {
    this.plan = plan;
  }

  public static void main(final String[] arguments) throws Exception {
    System.exit(new Crowd(Plan.fromProperties()).passed() ? 0 : 1);
  }

  private boolean passed() throws Exception {
    clear(plan.data());
    final Figures echo = echoed();
    try (var server = new Server(plan.data(), List.of(), Map.of());
        var talking = new Talking(address(server), server.ownerKey(), plan, new Author(plan))) {
      final Figures ours = measured("gateway", talking, plan.warm());
      say(
          "ratio to the echo: p50 %.1f, p99 %.1f, throughput %.2f",
          ours.p50() / echo.p50(), ours.p99() / echo.p99(), ours.most() / echo.most());
      say(
          "answered before recorded: %,d at an even pace, %,d in the flood",
          ours.late(), ours.lateInFlood());
      rest();
      listeners(server, talking);
      hardTimes(server, talking);
      return new Reckoning(server.gateway(), talking.told()).right(this::say)
          && talking.unanswered() == 0;
    }
  }

  private Figures echoed() throws Exception {
    try (var echo = new EchoServer(plan.data().resolve("echo"));
        var talking = new Talking(echo.address(), "none", plan, new Author(plan))) {
      return measured("echo", talking, Math.min(LITTLE, plan.warm()));
    }
  }

  /**
   * @param warm seconds of talk before, for Java compiles what it runs often while it runs
   */
  private Figures measured(final String what, final Talking talking, final int warm) {
    final Duration fifth = Duration.ofSeconds(warm).dividedBy(5);
    talking.pace(plan.rate() / 4, fifth);
    talking.pace(plan.rate() / 2, fifth.multipliedBy(4));
    final Latencies even = talking.pace(plan.rate(), plan.time());
    final long late = talking.unrecorded();
    final double most = talking.flood(8, plan.time());
    final long lateInFlood = talking.unrecorded();
    final var figures =
        new Figures(even.percentile(0.5), even.percentile(0.99), most, late, lateInFlood);
    say(
        "%-8s %,d/s over %d lines: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms; at most %,.0f/s",
        what,
        plan.rate(),
        plan.lines(),
        figures.p50(),
        figures.p99(),
        even.percentile(0.999),
        most);
    return figures;
  }

  /** What was let pass in the flood is recorded meanwhile. */
  private static void rest() throws InterruptedException {
    Thread.sleep(REST);
  }

  /** Many who only listen must cost nothing but memory. */
  private void listeners(final Server server, final Talking talking) throws IOException {
    final long before = kibibytes(server);
    final List<Line> idle = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int n = 0; n < plan.idle(); n++) {
        idle.add(Line.open(http, address(server), server.ownerKey(), frame -> {}));
      }
      final Latencies even = talking.pace(plan.rate() / 2, plan.time());
      say(
          "with %,d idle lines, %,d/s: p50 %.2f ms, p99 %.2f ms; %d still open, %,d KiB more",
          idle.size(),
          plan.rate() / 2,
          even.percentile(0.5),
          even.percentile(0.99),
          idle.stream().filter(Line::isOpen).count(),
          kibibytes(server) - before);
      idle.forEach(Line::close);
    }
  }

  private void hardTimes(final Server server, final Talking talking) throws Exception {
    final Thread trouble =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(HANGING);
                    new Database(plan.data().resolve("data")).hang();
                    Thread.sleep(HANGING);
                    new Database(plan.data().resolve("data")).goOn();
                  } catch (final IOException | InterruptedException ended) {
                    throw new IllegalStateException(ended);
                  }
                });
    final Latencies hanging = talking.pace(plan.rate() / 2, HANGING.multipliedBy(4));
    trouble.join();
    say(
        "the database hung for %d s: p50 %.2f ms, p99 %.2f ms, slowest %.0f ms",
        HANGING.toSeconds(),
        hanging.percentile(0.5),
        hanging.percentile(0.99),
        hanging.percentile(1));
    final Thread killer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(HANGING);
                    server.kill();
                  } catch (final InterruptedException ended) {
                    throw new IllegalStateException(ended);
                  }
                });
    talking.pace(plan.rate() / 2, HANGING.multipliedBy(2));
    killer.join();
    say("the gateway was killed: %,d messages without an answer", talking.unanswered());
    server.start();
    talking.connect();
    say("asked again: %,d", talking.askAgain());
  }

  private static URI address(final Server server) {
    return URI.create(server.url().replaceFirst("^http", "ws") + "/ws/intercept");
  }

  /** What of it is in memory, without the database. */
  private static long kibibytes(final Server server) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server.handle().pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  private void say(final String text, final Object... values) {
    final long seconds = Duration.between(began, Instant.now()).toSeconds();
    System.out.printf("%4d s  %s%n", seconds, text.formatted(values));
  }

  private static void clear(final Path data) throws IOException {
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * @param p50 milliseconds at an even pace
   * @param p99 likewise
   * @param most messages a second
   * @param late answered before they were recorded, at an even pace
   * @param lateInFlood the same, as fast as it went
   */
  private record Figures(double p50, double p99, double most, long late, long lateInFlood) {}
}
