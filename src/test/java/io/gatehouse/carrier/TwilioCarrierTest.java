package io.gatehouse.carrier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.gatehouse.delivery.SmsProvider;
import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsCarrierContract;
import io.gatehouse.relay.SmsMessage;
import io.gatehouse.relay.SmsMessage.Purpose;
import io.gatehouse.testkit.GatehouseTest;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "env.TWILIO_ACCOUNT_SID", value = FakeTwilio.ACCOUNT)
@Property(name = "env.TWILIO_AUTH_TOKEN", value = FakeTwilio.TOKEN + ",old")
@Property(name = "env.TWILIO_MESSAGING_SERVICE_SID", value = "MG00000000000000000000000000000000")
@Property(name = "env.PUBLIC_URL", value = "https://gate.example.com/x")
@Property(name = "gatehouse.twilio.timeouts.connect", value = "2s")
@Property(name = "gatehouse.twilio.timeouts.read", value = "2700ms")
class TwilioCarrierTest implements SmsCarrierContract, TestPropertyProvider {

  private final FakeTwilio twilio = new FakeTwilio();
  @Inject SmsProvider carrier;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("env.TWILIO_API_URL", twilio.url());
  }

  @BeforeEach
  void comeBack() {
    twilio.comeBack();
  }

  @AfterAll
  void leave() {
    twilio.close();
  }

  @Override
  public Outcome send(final SmsMessage message) {
    return carrier.send(message);
  }

  @Override
  public void turn(final Weather weather) {
    switch (weather) {
      case ACCEPTS -> twilio.accepts();
      case RECIPIENT_OPTED_OUT -> twilio.refuses(400, 21610);
      case REFUSES -> twilio.refuses(400, 21211);
      case ASKS_TO_WAIT_7_SECONDS ->
          twilio.answers(aResponse().withStatus(429).withHeader("Retry-After", "7"));
      case ACTS_BUT_DOES_NOT_SAY -> twilio.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
      case AWAY -> twilio.leave();
    }
  }

  @Override
  public List<String> arrived() {
    return twilio.forms().stream().map(form -> form.get("Body")).toList();
  }

  @Test
  void a_message_is_asked_for_as_twilio_expects_it() {
    twilio.accepts();
    final SmsMessage message = SmsCarrierContract.message("Hi");
    assertThat(carrier.send(message)).isEqualTo(new Outcome.Done(FakeTwilio.SID));
    final var request = twilio.requests().getFirst();
    assertThat(request.getUrl())
        .isEqualTo("/2010-04-01/Accounts/" + FakeTwilio.ACCOUNT + "/Messages.json");
    assertThat(request.getHeader("Authorization")).startsWith("Basic ");
    final var form = twilio.forms().getFirst();
    assertThat(form.get("From")).isEqualTo("+16045550100");
    assertThat(form.get("To")).isEqualTo("+16045550111");
    assertThat(form.get("MessagingServiceSid")).isEqualTo("MG" + "0".repeat(32));
    assertThat(form.get("StatusCallback"))
        .isEqualTo(
            "https://gate.example.com/x/webhooks/twilio/status?oid=" + message.effect().id());
  }

  @Test
  void files_go_as_links_and_need_no_text() {
    twilio.accepts();
    final var plain = SmsCarrierContract.message("");
    final var links = List.of(URI.create("https://a.b/1"), URI.create("https://a.b/2"));
    carrier.send(
        new SmsMessage(plain.effect(), plain.from(), plain.to(), "", links, Purpose.RELAYED));
    assertThat(twilio.requests().getFirst().getBodyAsString())
        .contains("MediaUrl=https%3A%2F%2Fa.b%2F1&MediaUrl=https%3A%2F%2Fa.b%2F2")
        .doesNotContain("Body=");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, 21211",
    "400, 21610, opted_out",
    "400, 30004, opted_out",
    "400, 99999, 99999",
  })
  void what_twilio_will_never_take_is_refused(
      final int status, final int code, final String expected) {
    twilio.refuses(status, code);
    assertThat(send())
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(expected);
              assertThat(refused.reason()).contains(Integer.toString(code)).doesNotContain("+1604");
            });
    assertThat(twilio.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"401, 20003", "403, 20003", "404, 20404", "400, 21606", "400, 30034"})
  void what_must_be_set_right_first_is_stopped(final int status, final int code) {
    twilio.refuses(status, code);
    assertThat(send())
        .isInstanceOfSatisfying(
            Outcome.Stopped.class,
            stopped -> {
              assertThat(stopped.code()).isEqualTo(Integer.toString(code));
              assertThat(stopped.reason()).contains(Integer.toString(code)).doesNotContain("+1604");
            });
    assertThat(twilio.requests()).hasSize(1);
  }

  /** So that it is recognised when Twilio lists it. */
  @Test
  void half_a_character_goes_out_as_the_sign_for_one() {
    twilio.accepts();
    carrier.send(SmsCarrierContract.message("a \uD83D b \uDC36"));
    assertThat(arrived()).containsExactly("a \uFFFD b \uFFFD");
  }

  @Test
  void what_is_worth_one_more_try_gets_one() {
    twilio.refuses(400, 30008);
    assertThat(send()).isInstanceOf(Outcome.Later.class);
    assertThat(carrier.send(SmsCarrierContract.message("x", 2)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"400, 21611", "400, 14107", "429, 20429"})
  void what_twilio_takes_another_time_is_for_later(final int status, final int code) {
    twilio.refuses(status, code);
    assertThat(send()).isInstanceOf(Outcome.Later.class);
    assertThat(twilio.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>no</html>", "", "null", "[]", "{\"code\":\"x\"}"})
  void a_refusal_counts_without_its_json(final String body) {
    twilio.answers(FakeTwilio.json(403).withBody(body));
    assertThat(send())
        .isInstanceOfSatisfying(
            Outcome.Stopped.class, stopped -> assertThat(stopped.code()).isEqualTo("403"));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 307, 304})
  void an_answer_that_proves_nothing_leaves_it_unknown_and_is_not_asked_again(final int status) {
    twilio.answers(FakeTwilio.json(status).withHeader("Location", twilio.url() + "/elsewhere"));
    assertThat(send()).isInstanceOf(Outcome.Unknown.class);
    assertThat(twilio.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sid\":", "null", "{}", "[]", "", "OK"})
  void an_acceptance_that_names_no_message_is_unknown(final String body) {
    twilio.answers(FakeTwilio.json(201).withBody(body));
    assertThat(send()).isInstanceOf(Outcome.Unknown.class);
    assertThat(twilio.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_connection_leaves_it_unknown(final Fault fault) {
    twilio.answers(aResponse().withFault(fault));
    assertThat(send()).isInstanceOf(Outcome.Unknown.class);
    assertThat(twilio.requests()).hasSize(1);
  }

  /** Who waited would find the message taken. */
  @Test
  void silence_is_not_waited_out() {
    twilio.answers(FakeTwilio.accepted().withFixedDelay(20_000));
    assertThat(send()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void an_answer_that_drips_is_not_waited_out() {
    twilio.answers(FakeTwilio.accepted().withChunkedDribbleDelay(40, 20_000));
    assertThat(send()).isInstanceOf(Outcome.Unknown.class);
  }

  private Outcome send() {
    return carrier.send(SmsCarrierContract.message("x"));
  }
}
