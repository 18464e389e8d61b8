package io.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatehouseTest
@Property(name = "gatehouse.limits.key.burst", value = "5")
@Property(name = "gatehouse.limits.key.per-minute", value = "40")
@Property(name = "gatehouse.limits.failures.burst", value = "3")
@Property(name = "gatehouse.limits.failures.per-minute", value = "60")
@Property(name = "micronaut.server.client-address-header", value = "X-Client")
class RequestLimitsTest {

  private static final String LIST = "/api/inbox";

  private final Api api;
  private final Keys keys;
  private final TestClock clock;

  RequestLimitsTest(final Api api, final Keys keys, final TestClock clock) {
    this.api = api;
    this.keys = keys;
    this.clock = clock;
  }

  /** What earlier tests did is forgiven by now. */
  @BeforeEach
  void passTime() {
    clock.advance(Duration.ofDays(1));
  }

  @Test
  void a_key_that_asks_too_often_is_told_when_to_come_back() {
    final String key = keys.with("owner");
    assertThat(statuses(5, () -> api.get(LIST, key))).containsOnly(200);
    final HttpResponse<String> refused = api.get(LIST, key);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body())
        .contains("\"code\":\"rate_limited\"", "\"retry_after_ms\":1500", "\"status\":429");
    assertThat(api.get("/api/keys", key).statusCode()).isEqualTo(429);
    assertThat(api.get(LIST, keys.with("owner")).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMillis(1500));
    assertThat(api.get(LIST, key).statusCode()).isEqualTo(200);
  }

  @Test
  void the_same_key_in_the_other_header_is_the_same_key() {
    final String key = keys.with("owner");
    statuses(5, () -> api.get(LIST, key));
    assertThat(api.send(api.request(LIST).header("X-Api-Key", key).GET()).statusCode())
        .isEqualTo(429);
  }

  @Test
  void chat_has_rates_of_its_own() {
    final String key = keys.with("owner");
    statuses(6, () -> api.get(LIST, key));
    assertThat(statuses(9, () -> api.post("/api/intercept", key, "{\"type\":\"ping\"}")))
        .containsOnly(200);
    assertThat(api.post("/api/intercept/keys", key, "{}").statusCode()).isEqualTo(429);
  }

  @Test
  void an_address_that_brings_false_keys_is_refused_before_they_are_looked_up() {
    assertThat(statuses(3, () -> from("203.0.113.7", "gh_no"))).containsOnly(401);
    final HttpResponse<String> refused = from("203.0.113.7", "gh_neither");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(from("198.51.100.1", "gh_no").statusCode()).isEqualTo(401);
    clock.advance(Duration.ofSeconds(1));
    assertThat(from("203.0.113.7", "gh_no").statusCode()).isEqualTo(401);
  }

  @Test
  void a_good_key_behind_the_same_proxy_is_not_shut_out() {
    final String key = keys.with("owner");
    assertThat(from("203.0.113.8", key).statusCode()).isEqualTo(200);
    statuses(4, () -> from("203.0.113.8", "gh_no"));
    assertThat(from("203.0.113.8", "gh_no").statusCode()).isEqualTo(429);
    assertThat(from("203.0.113.8", key).statusCode()).isEqualTo(200);
  }

  @Test
  void webhooks_health_and_figures_are_never_refused() {
    for (int i = 0; i < 9; i++) {
      assertThat(api.get("/health", "gh_no").statusCode()).isEqualTo(200);
      assertThat(api.get("/metrics", "gh_no").statusCode()).isNotEqualTo(429);
      assertThat(api.post("/webhooks/erpnext", "gh_no", "{}").statusCode()).isNotEqualTo(429);
      assertThat(api.post("/webhooks/twilio/sms", "gh_no", "{}").statusCode()).isNotEqualTo(429);
    }
  }

  private HttpResponse<String> from(final String address, final String key) {
    return api.send(
        api.request(LIST)
            .header("X-Client", address)
            .header("Authorization", "Bearer " + key)
            .GET());
  }

  private static int[] statuses(final int times, final Supplier<HttpResponse<String>> call) {
    return IntStream.range(0, times).map(i -> call.get().statusCode()).toArray();
  }
}
