package io.gatehouse.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.stream.StreamState;
import io.gatehouse.stream.StreamState.Standing;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegradedTest {

  @ParameterizedTest
  @CsvSource({
    "closed, CONNECTED, , healthy",
    "closed, DISABLED, closed, healthy",
    "closed, DISCONNECTED, closed, degraded",
    "open, CONNECTED, , degraded",
    "half_open, DISABLED, , degraded",
    "closed, CONNECTED, open, degraded",
    "closed, CONNECTED, half_open, degraded",
  })
  void what_is_done_later_than_it_should_be_degrades(
      final String breaker,
      final Standing redis,
      final @Nullable String model,
      final String status) {
    final Health health =
        Health.of(
            Instant.EPOCH,
            breaker,
            new StreamState(redis, 0, "0-0", ""),
            Optional.ofNullable(model));
    assertThat(health.status()).isEqualTo(status);
    assertThat(health.checks().circuitBreaker()).isEqualTo(breaker);
    assertThat(health.checks().redis()).isEqualToIgnoringCase(redis.name());
  }
}
