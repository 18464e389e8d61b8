package io.gatehouse.vitals;

import io.gatehouse.breaker.Breaker;
import io.gatehouse.intercept.ConnectionCount;
import io.gatehouse.model.ModelGateway;
import io.gatehouse.passage.PassageHealth;
import io.gatehouse.stream.StreamHealth;
import io.gatehouse.stream.StreamState;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Asks those who know; none of them asks the database. */
@Singleton
class Vitals {

  private final PassageHealth passage;
  private final ConnectionCount connections;
  private final StreamHealth stream;
  private final ModelGateway model;

  Vitals(
      final PassageHealth passage,
      final ConnectionCount connections,
      final StreamHealth stream,
      final ModelGateway model) {
    this.passage = passage;
    this.connections = connections;
    this.stream = stream;
    this.model = model;
  }

  StreamState stream() {
    return stream.now();
  }

  /** {@code closed}, {@code open} or {@code half_open} (S3.15). */
  String breaker() {
    return wire(passage.breaker());
  }

  /** Like {@link #breaker}; empty where no language model is named. */
  Optional<String> model() {
    return model.breaker().map(Vitals::wire);
  }

  int failures() {
    return passage.failureCount();
  }

  int connections() {
    return connections.open();
  }

  static String wire(final Breaker.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
