package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.carrier.FakeTwilio;
import io.micronaut.test.support.TestPropertyProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** With an account: what comes by webhook leaves to a Twilio that a test rules. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LiveSmsTest extends SmsTest implements TestPropertyProvider {

  static final String STATUS = "/webhooks/twilio/status";

  final FakeTwilio twilio = new FakeTwilio();

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "env.TWILIO_ACCOUNT_SID",
        FakeTwilio.ACCOUNT,
        "env.TWILIO_AUTH_TOKEN",
        FakeTwilio.TOKEN,
        "env.TWILIO_API_URL",
        twilio.url(),
        "gatehouse.twilio.timeouts.connect",
        "300ms",
        "gatehouse.twilio.timeouts.read",
        "700ms");
  }

  @BeforeEach
  void comeBack() {
    twilio.comeBack();
    twilio.messages().clear();
    twilio.messages().clock(clock);
    twilio.takes();
  }

  @AfterAll
  void leave() {
    twilio.close();
  }

  @Override
  void receive(final String sid, final String from, final String body) {
    clock.advance(Duration.ofSeconds(1));
    assertAccepted(
        webhook.post(Webhook.PATH, Webhook.parameters(sid, from, RELAY, body), FakeTwilio.TOKEN));
  }

  /** One message from the client, carried out as far as it gets at once. */
  void relay(final String body) {
    receive("SMin" + body.hashCode() + clock.instant().getEpochSecond(), CLIENT, body);
    effects.runDue();
  }

  /** Time passes in small steps, and effects get their turns. */
  void pass(final Duration time) {
    final int steps = 60;
    for (int i = 0; i < steps; i++) {
      clock.advance(time.dividedBy(steps));
      effects.runDue();
    }
  }

  void status(final String query, final String sid, final String status, final String code) {
    status("", query, sid, status, code);
  }

  /** A signed callback. */
  void status(
      final String home,
      final String query,
      final String sid,
      final String status,
      final String code) {
    final Map<String, String> parameters = new TreeMap<>();
    parameters.put("MessageSid", sid);
    parameters.put("AccountSid", FakeTwilio.ACCOUNT);
    parameters.put("MessageStatus", status);
    if (!code.isEmpty()) {
      parameters.put("ErrorCode", code);
    }
    assertThat(webhook.post(home + STATUS + query, parameters, FakeTwilio.TOKEN).statusCode())
        .isEqualTo(204);
    effects.runDue();
  }

  /** The bodies of all that Twilio took. */
  List<String> taken() {
    return twilio.messages().all().stream().map(message -> message.body()).toList();
  }

  String sid(final int number) {
    return "SM%032x".formatted(number);
  }

  /** The first effect's id, as it rides along with its message. */
  String order() {
    return "?oid=" + tables.one("select id from effect order by number limit 1");
  }

  String deliveries() {
    return String.join(
        ", ",
        tables.strings(
            "select concat_ws(' ', status, error_code) from sms_delivery order by planned_at"));
  }

  String effectStates() {
    return String.join(
        ", ",
        tables.strings("select concat_ws(' ', state, outcome_code) from effect order by number"));
  }
}
