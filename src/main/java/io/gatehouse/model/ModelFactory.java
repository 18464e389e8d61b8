package io.gatehouse.model;

import io.gatehouse.base.Environment;
import io.gatehouse.breaker.Breaker;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Puts the gateway to the model together. */
@Factory
final class ModelFactory {

  /** Failures in a row after which the model is left in peace. */
  static final int FAILURES = 5;

  /** How long it is. */
  static final Duration REST = Duration.ofSeconds(30);

  @Singleton
  ModelGateway gateway(
      final Environment environment,
      final UsageBook usage,
      final List<ModelWitness> witnesses,
      final Clock clock) {
    final Asker asker =
        environment
            .model()
            .map(
                model ->
                    new Asker(
                        model,
                        new Questions(new SecureRandom()),
                        new Completions(model),
                        new Breaker(clock, FAILURES, REST)))
            .orElse(null);
    return new ModelGateway(asker, usage, witnesses, clock);
  }
}
