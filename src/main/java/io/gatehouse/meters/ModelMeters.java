package io.gatehouse.meters;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.model.ModelWitness;
import io.gatehouse.model.Tokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts and times the questions to the language model, and what they cost whom. */
@Singleton
class ModelMeters implements ModelWitness {

  private final MeterRegistry registry;
  private final FewNames organizations = new FewNames();

  ModelMeters(final MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void asked(
      final OrganizationId organization,
      final String outcome,
      final Tokens tokens,
      final Duration took) {
    Timer.builder("gatehouse.model.requests")
        .description("Questions to the language model")
        .tag("outcome", outcome)
        .register(registry)
        .record(took);
    final String of = organizations.of(organization.value());
    tokens(of, "prompt").increment(tokens.prompt());
    tokens(of, "completion").increment(tokens.completion());
  }

  private Counter tokens(final String organization, final String kind) {
    return Counter.builder("gatehouse.model.tokens")
        .description("What the questions to the language model cost")
        .tags("organization", organization, "kind", kind)
        .register(registry);
  }
}
