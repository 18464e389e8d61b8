package io.gatehouse.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.GatehouseTest;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@GatehouseTest
class ScreeningMetersTest {

  private final Talk talk;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ScreeningMeters meters = new ScreeningMeters(registry);

  ScreeningMetersTest(final Talk talk) {
    this.talk = talk;
  }

  @Test
  void a_message_is_timed_and_counted_by_channel_and_decision() {
    meters.screened(talk.says(talk.issue("ISS-1"), Talk.CLEAN), Duration.ofMillis(7));
    meters.screened(talk.says(talk.walk("W-1"), Talk.LEAK), Duration.ofMillis(70));
    final Timer clean =
        registry.get("gatehouse.screening").tags("channel", "erpnext", "decision", "allow").timer();
    assertThat(clean.count()).isEqualTo(1);
    assertThat(clean.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
    assertThat(
            registry
                .get("gatehouse.decisions")
                .tags("channel", "sms", "decision", "block", "step", "warning")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void a_finding_is_counted_by_its_class_and_rule() {
    final MessageEvent leak = talk.says(talk.walk("W-1"), Talk.LEAK);
    meters.screened(leak, Duration.ofMillis(1));
    assertThat(leak.verdict().findings())
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(
                        registry
                            .get("gatehouse.findings")
                            .tags("class", finding.type().wire(), "rule", finding.rule())
                            .counter()
                            .count())
                    .isPositive());
  }

  @Test
  void no_label_holds_what_was_written_or_who_wrote_it() {
    meters.screened(talk.says(talk.walk("W-1"), Talk.LEAK), Duration.ofMillis(1));
    assertThat(registry.getMeters())
        .flatExtracting(meter -> meter.getId().getTags())
        .extracting(Tag::getValue)
        .noneMatch(value -> value.contains("555") || value.contains("Ann") || value.contains("@"))
        .doesNotContain("default");
  }
}
