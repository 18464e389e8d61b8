package io.gatehouse.meters;

import io.gatehouse.detection.Finding;
import io.gatehouse.gate.Witness;
import io.gatehouse.message.MessageEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.LongStream;

/** Counts and times every message that was screened. */
@Singleton
class ScreeningMeters implements Witness {

  /** Milliseconds: close to each other around the goals of 80 and 100 (S3.1, S3.21). */
  private static final Duration[] BUCKETS =
      LongStream.of(1, 2, 5, 10, 20, 40, 60, 80, 100, 150, 250, 500, 1_000, 2_500, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final FewNames names = new FewNames();

  ScreeningMeters(final MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void screened(final MessageEvent event, final Duration took) {
    final String channel = event.origin().channel().wire();
    final String decision = event.verdict().decision().wire();
    time(channel, decision).record(took);
    Counter.builder("gatehouse.decisions")
        .description("Messages decided")
        .tags("channel", channel, "decision", decision)
        .tag("step", event.verdict().decision().step().wire())
        .register(registry)
        .increment();
    event.verdict().findings().forEach(this::count);
  }

  private Timer time(final String channel, final String decision) {
    return Timer.builder("gatehouse.screening")
        .description("From being handed over to being recorded")
        .tags("channel", channel, "decision", decision)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private void count(final Finding finding) {
    Counter.builder("gatehouse.findings")
        .description("Pieces of evidence in the messages decided")
        .tag("class", finding.type().wire())
        .tag("rule", names.of(finding.rule()))
        .tag("disguise", finding.disguise() == null ? "none" : names.of(finding.disguise()))
        .register(registry)
        .increment();
  }
}
