package io.gatehouse.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.model.ModelWitness;
import io.gatehouse.model.Tokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ModelMeters meters = new ModelMeters(registry);

  @Test
  void questions_are_counted_by_outcome_and_tokens_by_organization() {
    meters.asked(
        new OrganizationId("north"),
        ModelWitness.ANSWERED,
        new Tokens(300, 80),
        Duration.ofSeconds(1));
    meters.asked(
        new OrganizationId("north"), "timed_out", new Tokens(100, 200), Duration.ofSeconds(20));
    assertThat(registry.get("gatehouse.model.requests").tag("outcome", "timed_out").timer().count())
        .isOne();
    assertThat(tokens("prompt")).isEqualTo(400);
    assertThat(tokens("completion")).isEqualTo(280);
  }

  private double tokens(final String kind) {
    return registry
        .get("gatehouse.model.tokens")
        .tags("organization", "north", "kind", kind)
        .counter()
        .count();
  }
}
