package io.gatehouse.vitals;

import io.gatehouse.stream.StreamState;
import io.gatehouse.stream.StreamState.Standing;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;

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
   */
  @Serdeable
  record Checks(String websocket, String circuitBreaker, String redis) {}

  static Health of(final Instant now, final String breaker, final StreamState stream) {
    final boolean well = breaker.equals("closed") && stream.standing() != Standing.DISCONNECTED;
    return new Health(
        well ? "healthy" : "degraded",
        now,
        new Checks("ok", breaker, stream.standing().name().toLowerCase(Locale.ROOT)));
  }
}
