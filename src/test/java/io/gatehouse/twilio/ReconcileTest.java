package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.gatehouse.carrier.FakeMessages.Kept;
import io.gatehouse.carrier.FakeTwilio;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Nobody knows whether Twilio took a message: it is found out before anything is repeated. */
@NullUnmarked
class ReconcileTest extends LiveSmsTest {

  @Test
  void a_message_that_was_taken_in_spite_of_an_error_is_found_and_not_sent_again() {
    twilio.takesAndAnswers(FakeTwilio.json(500));
    relay(CLEAN);
    assertThat(effectStates()).isEqualTo("running unknown");
    pass(Duration.ofSeconds(10));
    assertThat(taken()).containsExactly(CLEAN);
    assertThat(states()).containsExactly("screen sent");
    assertThat(tables.one("select provider_id from effect")).isEqualTo(sid(1));
    assertThat(notices()).isEmpty();
  }

  @Test
  void a_message_that_was_not_taken_is_sent_again_once_that_is_certain() {
    twilio.answers(FakeTwilio.json(503));
    relay(CLEAN);
    twilio.takes();
    pass(Duration.ofSeconds(58));
    assertThat(taken()).isEmpty();
    assertThat(effectStates()).isEqualTo("running unknown");
    pass(Duration.ofMinutes(3));
    assertThat(taken()).containsExactly(CLEAN);
    assertThat(states()).containsExactly("screen sent");
  }

  @Test
  void while_the_list_cannot_be_asked_nothing_is_sent_and_nothing_given_up() {
    twilio.takesAndAnswers(FakeTwilio.json(500));
    relay(CLEAN);
    twilio.whenAsked(FakeTwilio.json(500));
    pass(Duration.ofHours(3));
    assertThat(effectStates()).isEqualTo("running unknown");
    assertThat(taken()).hasSize(1);
    twilio.takes();
    pass(Duration.ofMinutes(30));
    assertThat(taken()).hasSize(1);
    assertThat(states()).containsExactly("screen sent");
  }

  @Test
  void a_callback_proves_that_a_message_was_taken() {
    twilio.takesAndAnswers(FakeTwilio.json(500));
    twilio.whenAsked(FakeTwilio.json(500));
    relay(CLEAN);
    status(order(), sid(1), "sent", "");
    assertThat(effectStates()).isEqualTo("done");
    assertThat(states()).containsExactly("screen sent");
    assertThat(taken()).hasSize(1);
  }

  @Test
  void a_callback_proves_what_was_parked_as_unknown() {
    twilio.takesAndAnswers(FakeTwilio.json(500));
    twilio.whenAsked(FakeTwilio.json(500));
    relay(CLEAN);
    pass(Duration.ofHours(20));
    assertThat(effectStates()).isEqualTo("parked unknown");
    assertThat(notices()).containsExactly("effect_parked");
    status(order(), sid(1), "delivered", "");
    assertThat(effectStates()).isEqualTo("done");
    assertThat(states()).containsExactly("screen delivered");
    assertThat(taken()).hasSize(1);
  }

  @Test
  void a_callback_that_comes_before_the_answer_does_no_harm() {
    relay(CLEAN);
    tables.run("update sms_delivery set sid = null, accepted_at = null, rank = 0");
    status(order(), sid(1), "delivered", "");
    assertThat(states()).containsExactly("screen delivered");
    assertThat(effectStates()).isEqualTo("done");
  }

  @Test
  void the_same_text_twice_on_purpose_stays_two() {
    relay("ok");
    twilio.takesAndAnswers(FakeTwilio.json(500));
    relay("ok");
    pass(Duration.ofMinutes(2));
    assertThat(taken()).containsExactly("ok", "ok");
    assertThat(tables.strings("select provider_id from effect order by number"))
        .containsExactly(sid(1), sid(2));
  }

  @Test
  void the_first_of_two_equal_texts_does_not_stand_in_for_a_second_that_was_lost() {
    relay("ok");
    twilio.answers(FakeTwilio.json(500));
    relay("ok");
    assertThat(taken()).hasSize(1);
    twilio.takes();
    pass(Duration.ofMinutes(5));
    assertThat(taken()).containsExactly("ok", "ok");
    assertThat(states()).containsExactly("screen sent", "screen sent");
  }

  @Test
  void an_older_message_of_the_same_text_is_not_taken_for_it() {
    twilio
        .messages()
        .add(
            new Kept(
                "SMold",
                RELAY,
                SITTER,
                CLEAN,
                "delivered",
                "",
                clock.instant().minus(Duration.ofMinutes(5))));
    twilio.answers(FakeTwilio.json(500));
    relay(CLEAN);
    twilio.takes();
    pass(Duration.ofMinutes(5));
    assertThat(taken()).containsExactly(CLEAN, CLEAN);
    assertThat(tables.one("select provider_id from effect")).isEqualTo(sid(2));
  }

  @Test
  void it_is_found_on_a_later_page_by_the_clock_of_twilio() {
    twilio.takesAndAnswers(WireMock.aResponse().withStatus(502));
    twilio.messages().clock(() -> clock.instant().minusSeconds(20));
    relay(CLEAN);
    for (int i = 0; i < 5; i++) {
      twilio.messages().add(new Kept("SMx" + i, RELAY, SITTER, "x", "sent", "", clock.instant()));
    }
    twilio.messages().pageSize(2);
    pass(Duration.ofSeconds(10));
    assertThat(tables.one("select provider_id from effect")).isEqualTo(sid(1));
  }

  @Test
  void a_process_that_died_before_it_asked_sends_once() {
    receive("SM1", CLIENT, CLEAN);
    tables.run("update effect set state = 'running', attempts = 1");
    pass(Duration.ofMinutes(5));
    assertThat(taken()).containsExactly(CLEAN);
    assertThat(states()).containsExactly("screen sent");
  }
}
