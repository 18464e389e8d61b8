package io.gatehouse.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.gatehouse.carrier.FakeTwilio;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Twilio does: no message twice, none lost, and the owner sees what waits. */
@NullUnmarked
class FaultTest extends LiveSmsTest {

  /** Each with the state that stays while it lasts; it ends, and all is as it should be. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("429", FakeTwilio.json(429), "waiting 429"),
        Arguments.of("500", FakeTwilio.json(500), "running unknown"),
        Arguments.of("503", FakeTwilio.json(503), "running unknown"),
        Arguments.of("302", elsewhere(302), "running unknown"),
        Arguments.of("307", elsewhere(307), "running unknown"),
        Arguments.of("reset", fault(Fault.CONNECTION_RESET_BY_PEER), "running unknown"),
        Arguments.of("empty", fault(Fault.EMPTY_RESPONSE), "running unknown"),
        Arguments.of("garbage", fault(Fault.RANDOM_DATA_THEN_CLOSE), "running unknown"),
        Arguments.of("silence", FakeTwilio.json(201).withFixedDelay(3000), "running unknown"),
        Arguments.of(
            "drip",
            FakeTwilio.json(201).withBody("{}").withChunkedDribbleDelay(2, 3000),
            "running unknown"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void what_was_not_taken_is_sent_once_when_it_is_over(
      final String name, final ResponseDefinitionBuilder fault, final String meanwhile) {
    twilio.answers(fault);
    relay(CLEAN);
    assertThat(effectStates()).isEqualTo(meanwhile);
    assertThat(states()).containsExactly("screen queued");
    assertThat(twilio.forms()).hasSize(1);
    twilio.takes();
    pass(Duration.ofMinutes(5));
    assertThat(taken()).containsExactly(CLEAN);
    assertThat(states()).containsExactly("screen sent");
    assertThat(notices()).isEmpty();
  }

  static Stream<Arguments> faultsAfterActing() {
    return Stream.of(
        Arguments.of("500", FakeTwilio.json(500)),
        Arguments.of("503", FakeTwilio.json(503)),
        Arguments.of("no json", FakeTwilio.json(202).withBody("{\"sid\":")),
        Arguments.of("null", FakeTwilio.json(200).withBody("null")),
        Arguments.of("silence", FakeTwilio.json(202).withFixedDelay(3000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultsAfterActing")
  void what_was_taken_is_found_and_never_sent_again(
      final String name, final ResponseDefinitionBuilder fault) {
    twilio.takesAndAnswers(fault);
    relay(CLEAN);
    assertThat(effectStates()).isEqualTo("running unknown");
    pass(Duration.ofMinutes(5));
    assertThat(taken()).containsExactly(CLEAN);
    assertThat(twilio.forms()).hasSize(1);
    assertThat(states()).containsExactly("screen sent");
    assertThat(notices()).isEmpty();
  }

  @Test
  void a_twilio_nobody_can_reach_gets_the_message_when_it_is_back() {
    twilio.leave();
    relay(CLEAN);
    assertThat(effectStates()).isEqualTo("waiting unreachable");
    pass(Duration.ofHours(1));
    twilio.comeBack();
    twilio.takes();
    pass(Duration.ofMinutes(15));
    assertThat(taken()).containsExactly(CLEAN);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, refused 21211, failed, effect_refused",
    "400, 21610, refused opted_out, failed, effect_refused",
    "401, 20003, parked 20003, queued, sms_stopped",
    "404, 20404, parked 20404, queued, sms_stopped",
  })
  void a_no_stays_and_the_owner_sees_it(
      final int status,
      final int code,
      final String effect,
      final String state,
      final String notice) {
    twilio.refuses(status, code);
    relay(CLEAN);
    pass(Duration.ofMinutes(5));
    assertThat(effectStates()).isEqualTo(effect);
    assertThat(states()).containsExactly("screen " + state);
    assertThat(notices()).containsExactly(notice);
    assertThat(twilio.forms()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "Hi 🐶🐕‍🦺!",
        " spaces around ",
        "a\nb\tc",
        "100% & +1 = \"2\" ; <b>",
      })
  void any_text_arrives_as_it_was_written_and_is_found_again(final String body) {
    twilio.takesAndAnswers(FakeTwilio.json(500));
    relay(body);
    pass(Duration.ofMinutes(5));
    assertThat(taken()).hasSize(1);
    assertThat(taken().getFirst()).isEqualTo(body);
    assertThat(effectStates()).isEqualTo("done");
  }

  private static ResponseDefinitionBuilder elsewhere(final int status) {
    return aResponse().withStatus(status).withHeader("Location", "/elsewhere");
  }

  private static ResponseDefinitionBuilder fault(final Fault fault) {
    return aResponse().withFault(fault);
  }
}
