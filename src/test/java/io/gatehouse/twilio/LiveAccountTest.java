package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.carrier.FakeTwilio;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.support.TestPropertyProvider;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With credentials and a public address: from the webhook to what Twilio is asked. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "env.TWILIO_ACCOUNT_SID", value = FakeTwilio.ACCOUNT)
@Property(name = "env.TWILIO_AUTH_TOKEN", value = FakeTwilio.TOKEN + ",second-token")
@Property(name = "env.PUBLIC_URL", value = "https://gate.example.com/x")
class LiveAccountTest extends SmsTest implements TestPropertyProvider {

  private static final String PUBLIC = "https://gate.example.com/x";

  private final FakeTwilio twilio = new FakeTwilio();

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

  @Test
  void a_message_is_sent_once_and_known_as_sent() {
    twilio.accepts();
    assertAccepted(from(CLIENT, CLEAN));
    effects.runDue();
    effects.runDue();
    assertThat(twilio.forms())
        .singleElement()
        .satisfies(
            form -> {
              assertThat(form.get("From")).isEqualTo(RELAY);
              assertThat(form.get("To")).isEqualTo(SITTER);
              assertThat(form.get("Body")).isEqualTo(CLEAN);
            });
    assertThat(states()).containsExactly("screen sent");
    assertThat(tables.one("select provider_id from effect")).isEqualTo(FakeTwilio.SID);
    assertThat(tables.count("sandbox_effect")).isZero();
  }

  @Test
  void a_refusal_for_an_opt_out_is_remembered_and_shown() {
    twilio.refuses(400, 21610);
    assertAccepted(from(CLIENT, CLEAN));
    effects.runDue();
    assertThat(states()).containsExactly("screen failed");
    assertThat(tables.strings("select phone || ' ' || cause from opt_out"))
        .containsExactly(SITTER + " provider");
    assertThat(notices()).containsExactly("effect_refused");
    clock.advance(Duration.ofMinutes(5));
    assertAccepted(post(Webhook.parameters("SM2", CLIENT, RELAY, CLEAN), "second-token", PUBLIC));
    effects.runDue();
    assertThat(twilio.requests()).hasSize(1);
  }

  @Test
  void a_busy_twilio_gets_the_message_when_it_asked_for_it() {
    twilio.answers(FakeTwilio.json(429).withHeader("Retry-After", "90"));
    assertAccepted(from(CLIENT, CLEAN));
    effects.runDue();
    twilio.accepts();
    clock.set(TestClock.START.plusSeconds(89));
    effects.runDue();
    assertThat(states()).containsExactly("screen queued");
    clock.set(TestClock.START.plusSeconds(91));
    effects.runDue();
    assertThat(states()).containsExactly("screen sent");
  }

  @Test
  void a_webhook_about_another_account_is_turned_away() {
    final Map<String, String> parameters = Webhook.parameters("SM1", CLIENT, RELAY, CLEAN);
    parameters.put("AccountSid", "AC" + "f".repeat(32));
    final var answer = post(parameters, FakeTwilio.TOKEN, PUBLIC);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertXml(answer);
    assertThat(tables.count("message_event")).isZero();
  }

  @Test
  void only_the_public_address_counts_and_no_header_of_a_proxy() {
    final Map<String, String> parameters = Webhook.parameters("SM1", CLIENT, RELAY, CLEAN);
    final String direct = webhook.url("");
    assertThat(post(parameters, FakeTwilio.TOKEN, direct).statusCode()).isEqualTo(403);
    assertThat(post(parameters, FakeTwilio.TOKEN, "https://evil.example.com/x").statusCode())
        .isEqualTo(403);
    assertThat(post(parameters, FakeTwilio.TOKEN, "https://gate.example.com:443/x").statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> from(final String sender, final String body) {
    return post(Webhook.parameters("SM1", sender, RELAY, body), FakeTwilio.TOKEN, PUBLIC);
  }

  private HttpResponse<String> post(
      final Map<String, String> parameters, final String token, final String address) {
    final var signed = new StringBuilder(address + Webhook.PATH);
    List.copyOf(parameters.entrySet())
        .forEach(parameter -> signed.append(parameter.getKey()).append(parameter.getValue()));
    return webhook.raw(
        Webhook.PATH,
        "application/x-www-form-urlencoded",
        Webhook.encoded(parameters),
        Webhook.signature(signed.toString(), token));
  }
}
