package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same over HTTP. */
@GatehouseTest
@Property(name = "gatehouse.passage.budget", value = "20s")
@Property(name = "gatehouse.intercept.rates.key", value = "2")
@Property(name = "gatehouse.intercept.rates.key-burst", value = "4")
class InterceptControllerTest {

  private static final String PATH = "/api/intercept";

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final TestClock clock;

  InterceptControllerTest(
      final Api api, final Keys keys, final Tables tables, final TestClock clock) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void a_message_is_answered_as_over_the_socket_without_its_type() {
    final String untyped =
        Frames.intercept("m-1", "t-1", "(416) 967-1111").replace("\"type\":\"intercept\",", "");
    final HttpResponse<String> answer = api.post(PATH, keys.with(Caller.SENDER), untyped);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .startsWith("{\"type\":\"intercept_result\",\"request_id\":\"m-1\",")
        .contains("\"action\":\"hard_block\"", "\"recorded\":true");
    assertThat(tables.count("message_event")).isEqualTo(1);
  }

  @Test
  void what_is_typed_is_judged_and_leaves_no_trace() {
    final String answer =
        api.post(PATH, keys.with(Caller.SENDER), Frames.preview("m-1", "t-1", "(416) 967-1111"))
            .body();
    assertThat(answer)
        .startsWith("{\"type\":\"preview_result\"")
        .contains("\"action\":\"hard_block\"", "\"recorded\":false")
        .doesNotContain("event_id");
    for (final String table : new String[] {"message_event", "conversation", "conversation_flag"}) {
      assertThat(tables.count(table)).as(table).isZero();
    }
  }

  @Test
  void what_is_wrong_is_a_problem_with_its_field() {
    final HttpResponse<String> refused =
        api.post(PATH, keys.with(Caller.SENDER), "{\"message\":{}}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body())
        .contains("\"code\":\"missing_field\"", "\"field\":\"message.message_id\"");
  }

  @Test
  void a_flood_is_told_to_wait_and_an_honest_pace_is_not() {
    final String key = keys.with(Caller.SENDER);
    for (int i = 0; i < 4; i++) {
      assertThat(api.post(PATH, key, "{\"type\":\"ping\"}").statusCode()).isEqualTo(200);
    }
    final HttpResponse<String> refused = api.post(PATH, key, "{\"type\":\"ping\"}");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.body()).contains("\"retry_after_ms\":500");
    assertThat(api.post(PATH, keys.with(Caller.SENDER), "{\"type\":\"ping\"}").statusCode())
        .isEqualTo(200);
    clock.advance(Duration.ofMillis(500));
    assertThat(api.post(PATH, key, "{\"type\":\"ping\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void without_a_key_nothing_is_answered_b46() {
    assertThat(api.post(PATH, "gh_wrong", "{\"type\":\"ping\"}").statusCode()).isEqualTo(401);
    assertThat(api.post(PATH, keys.with(Caller.AUDITOR), "{\"type\":\"ping\"}").statusCode())
        .isEqualTo(403);
  }
}
