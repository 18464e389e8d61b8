package io.gatehouse.vitals;

import io.gatehouse.stream.StreamState;
import io.gatehouse.stream.StreamState.Standing;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of S3.17.
 *
 * @param status {@code healthy}, or {@code degraded}: everybody is answered, but something is done
 *     later than it should be
 */
@Serdeable
record Health(String status, Instant timestamp, Checks checks) {

  /**
   * @param websocket {@code ok}: who reads this has been answered at the same door
   * @param circuitBreaker {@code closed}, {@code open} or {@code half_open} (S3.15)
   * @param redis {@code connected}, {@code disconnected}, or {@code disabled} where none is named
   * @param model of the language model like {@code circuitBreaker}; absent where none is named, as
   *     S3.17 knows none
   */
  @Serdeable
  record Checks(String websocket, String circuitBreaker, String redis, @Nullable String model) {}

  static Health of(
      final Instant now,
      final String breaker,
      final StreamState stream,
      final Optional<String> model) {
    final boolean well =
        breaker.equals("closed")
            && stream.standing() != Standing.DISCONNECTED
            && model.filter(state -> !state.equals("closed")).isEmpty();
    return new Health(
        well ? "healthy" : "degraded",
        now,
        new Checks(
            "ok", breaker, stream.standing().name().toLowerCase(Locale.ROOT), model.orElse(null)));
  }
}
