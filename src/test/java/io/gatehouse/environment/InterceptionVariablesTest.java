package io.gatehouse.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Environment.Redis;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The names of S3.3 mean here what they mean there, or are said to mean nothing (X10). */
class InterceptionVariablesTest {

  @Test
  void all_of_them_together_as_a_chat_application_has_them() {
    final Environment environment =
        read(
            Map.ofEntries(
                Map.entry("SYNC_THRESHOLD", "0.7"),
                Map.entry("NUDGE_THRESHOLD", "0.5"),
                Map.entry("REDIS_HOST", "localhost"),
                Map.entry("REDIS_PORT", "6380"),
                Map.entry("DETECTION_HOST", "localhost"),
                Map.entry("DETECTION_PORT", "8000"),
                Map.entry("CIRCUIT_BREAKER_THRESHOLD", "3"),
                Map.entry("CIRCUIT_BREAKER_RESET_MS", "1000"),
                Map.entry("MAX_MESSAGE_LENGTH", "500"),
                Map.entry("WS_PORT", "9090"),
                Map.entry("HEALTH_PORT", "9091")));
    assertThat(environment.interception())
        .isEqualTo(new Environment.Interception(0.5, 0.7, 3, Duration.ofSeconds(1), 500));
    assertThat(environment.redis()).contains(redis("localhost", 6380));
    assertThat(environment.server().port()).isEqualTo(9090);
    assertThat(environment.server().healthPort()).hasValue(9091);
    assertThat(environment.notices())
        .hasSize(2)
        .anySatisfy(notice -> assertThat(notice).contains("DETECTION_HOST", "built in"))
        .anySatisfy(notice -> assertThat(notice).contains("DETECTION_PORT", "built in"));
  }

  @Test
  void without_them_the_figures_of_the_requirement_hold_and_no_redis_is_asked() {
    final Environment environment = read(Map.of());
    assertThat(environment.interception())
        .isEqualTo(new Environment.Interception(0.40, 0.65, 5, Duration.ofSeconds(30), 10_000));
    assertThat(environment.redis()).isEmpty();
    assertThat(environment.server().healthPort()).isEmpty();
    assertThat(environment.notices()).isEmpty();
  }

  @Test
  void one_port_wins_over_the_other_with_a_notice() {
    final Environment both = read(Map.of("PORT", "1", "WS_PORT", "2", "HEALTH_PORT", "1"));
    assertThat(both.server().port()).isEqualTo(1);
    assertThat(both.server().healthPort()).isEmpty();
    assertThat(both.notices()).singleElement().asString().contains("WS_PORT is set", "PORT");
    assertThat(read(Map.of("PORT", "1", "WS_PORT", "1")).notices()).isEmpty();
  }

  @Test
  void an_address_of_redis_says_all_and_wins() {
    assertThat(read(Map.of("REDIS_URL", "rediss://gate:p%40ss+w@cache.example.com:7000/3")).redis())
        .contains(
            new Redis(
                "cache.example.com",
                7000,
                true,
                3,
                Optional.of("gate"),
                Optional.of(new Secret("p@ss+w"))));
    assertThat(read(Map.of("REDIS_URL", "redis://cache/")).redis()).contains(redis("cache", 6379));
    assertThat(read(Map.of("REDIS_URL", "redis://:pw@cache")).redis().flatMap(Redis::password))
        .contains(new Secret("pw"));
    final Environment both =
        read(Map.of("REDIS_URL", "redis://a", "REDIS_HOST", "b", "REDIS_PORT", "1"));
    assertThat(both.redis()).contains(redis("a", 6379));
    assertThat(both.notices()).hasSize(2);
  }

  /** B44: else a lower threshold would take the nudge away without a word. */
  @Test
  void a_threshold_below_the_other_ones_default_is_told_with_both_names() {
    assertThatThrownBy(() -> read(Map.of("SYNC_THRESHOLD", "0.37", "PORT", "x")))
        .isInstanceOfSatisfying(
            StartFailure.class,
            failure ->
                assertThat(failure.message())
                    .contains("NUDGE_THRESHOLD must not be above SYNC_THRESHOLD", "Set both")
                    .contains("PORT is wrong")
                    .doesNotContain("0.37"));
    assertThatThrownBy(() -> read(Map.of("NUDGE_THRESHOLD", "0.7")))
        .hasMessageContaining("Set both");
    assertThat(
            read(Map.of("SYNC_THRESHOLD", "0.3", "NUDGE_THRESHOLD", "0.1"))
                .interception()
                .blockFrom())
        .isEqualTo(0.3);
  }

  private static Redis redis(final String host, final int port) {
    return new Redis(host, port, false, 0, Optional.empty(), Optional.empty());
  }

  private static Environment read(final Map<String, String> values) {
    return new EnvironmentReader(values).read(variable -> new Secret("kept " + variable));
  }
}
