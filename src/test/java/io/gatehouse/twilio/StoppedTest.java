package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody can send before somebody sets something right. */
@NullUnmarked
class StoppedTest extends LiveSmsTest {

  @Inject Api api;
  @Inject Keys keys;

  @ParameterizedTest
  @CsvSource({"401, 20003", "403, 20003", "404, 20404", "400, 21606", "400, 30034"})
  void it_is_parked_at_once_and_the_owner_told_once_an_hour(final int status, final int code) {
    twilio.refuses(status, code);
    relay(CLEAN);
    relay("Second");
    assertThat(effectStates()).isEqualTo("parked " + code + ", parked " + code);
    assertThat(states()).containsOnly("screen queued");
    assertThat(notices()).containsExactly("sms_stopped");
    assertThat(twilio.forms()).hasSize(2);
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    relay("Third");
    assertThat(notices()).containsExactly("sms_stopped", "sms_stopped");
    assertThat(api.get("/api/inbox", keys.with("owner")).body()).contains("" + code);
  }

  @Test
  void all_of_a_code_are_sent_round_again_in_order_once_it_is_mended() {
    twilio.refuses(401, 20003);
    relay("One");
    relay("Two");
    twilio.refuses(400, 21606);
    relay("Three");
    twilio.takes();
    final HttpResponse<String> answer = retry("owner", "20003");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"retried\":2");
    pass(Duration.ofMinutes(1));
    assertThat(taken()).containsExactly("One", "Two");
    assertThat(effectStates()).isEqualTo("done, done, parked 21606");
    assertThat(
            tables.strings(
                "select concat_ws(' ', action, subject, reason, details->>'count') from audit_entry"))
        .containsExactly("effects.retried 20003 the token is right now 2");
  }

  @Test
  void only_an_owner_may_and_only_what_certainly_was_not_sent() {
    assertThat(retry("operator", "20003").statusCode()).isEqualTo(403);
    assertThat(retry("owner", "unknown").body()).contains("\"retried\":0");
    assertThat(api.post("/api/effects/retry", keys.with("owner"), "{\"code\":\"\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_failure_told_afterwards_that_has_to_be_mended_waits_to_be_sent_again() {
    relay(CLEAN);
    status(order(), sid(1), "undelivered", "30034");
    assertThat(effectStates()).isEqualTo("done, parked 30034");
    assertThat(states()).containsExactly("screen sent");
    assertThat(notices()).containsExactly("sms_stopped");
    clock.advance(Duration.ofMinutes(5));
    retry("owner", "30034");
    pass(Duration.ofMinutes(1));
    assertThat(taken()).containsExactly(CLEAN, CLEAN);
    assertThat(effectStates()).isEqualTo("done, done");
  }

  @Test
  void a_process_that_dies_over_a_stopped_message_does_not_send_it() {
    relay(CLEAN);
    status(order(), sid(1), "undelivered", "30034");
    tables.run(
        "update effect set state = 'running', attempts = 1, outcome_code = null"
            + " where state = 'parked'");
    tables.run(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " select 'effect-twilio', id, now() - interval '10 years', false, 1 from effect"
            + " where state = 'running'");
    pass(Duration.ofMinutes(5));
    assertThat(effectStates()).isEqualTo("done, parked 30034");
    assertThat(taken()).hasSize(1);
  }

  @Test
  void a_message_of_1601_characters_waits_for_the_owner_and_is_never_sent() {
    relay("é".repeat(1601));
    assertThat(effectStates()).isEqualTo("parked too_long");
    assertThat(states()).containsExactly("screen queued");
    assertThat(notices()).containsExactly("sms_too_long");
    assertThat(twilio.requests()).isEmpty();
    relay("🐶".repeat(1600));
    assertThat(taken()).hasSize(1);
  }

  @Test
  void a_message_that_could_not_leave_in_time_waits_for_the_owner_who_may_still_send_it() {
    twilio.answers(io.gatehouse.carrier.FakeTwilio.json(429));
    relay(CLEAN);
    pass(Duration.ofHours(7));
    assertThat(states()).containsExactly("screen withheld");
    assertThat(notices()).containsExactly("effect_expired");
    twilio.takes();
    final String event = tables.one("select id from message_event");
    final var released =
        api.post(
            "/api/messages/events/" + event + "/force-send",
            keys.with("owner"),
            "{\"reason\":\"still true\"}");
    assertThat(released.statusCode()).isEqualTo(200);
    effects.runDue();
    assertThat(taken()).containsExactly(CLEAN);
    assertThat(states()).containsExactly("screen sent");
  }

  private HttpResponse<String> retry(final String role, final String code) {
    return api.post(
        "/api/effects/retry",
        keys.with(role),
        "{\"code\":\"" + code + "\",\"reason\":\"the token is right now\"}");
  }
}
