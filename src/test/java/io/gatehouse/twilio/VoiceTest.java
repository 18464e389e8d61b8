package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Somebody rings a masked number. */
@NullUnmarked
class VoiceTest extends SmsTest {

  private static final String VOICE = "/webhooks/twilio/voice";

  @Test
  void the_caller_hears_that_the_number_takes_texts_and_nobody_is_dialled() {
    final var answer = webhook.post(VOICE, call(), Webhook.TOKEN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(answer.body())
        .contains("<Say language=\"en-US\">Our team: ", "<Hangup/>")
        .doesNotContain("Dial", SITTER, CLIENT);
    assertThat(sent()).isEmpty();
    assertThat(tables.count("message_event")).isZero();
  }

  @Test
  void it_speaks_the_organizations_language_and_words_as_xml_allows() {
    tables.execute(
        "insert into settings_version (organization_id, version, document, changed_by) values"
            + " ('default', 1, '{\"language\": \"fr\", \"words\": {\"brand\": \"A <b> & c\"}}',"
            + " 'x')");
    clock.advance(Duration.ofSeconds(6));
    final var answer = webhook.post(VOICE, call(), Webhook.TOKEN);
    assertThat(answer.body())
        .contains("language=\"fr-CA\"", "A &lt;b&gt; &amp; c")
        .doesNotContain("<b>");
  }

  @Test
  void a_forged_call_is_turned_away_in_twiml() {
    final var forged = webhook.post(VOICE, call(), "another-token");
    assertThat(forged.statusCode()).isEqualTo(403);
    assertXml(forged);
    final var unsigned =
        webhook.raw(VOICE, "application/x-www-form-urlencoded", "CallSid=CA1", "bm8=");
    assertThat(unsigned.statusCode()).isEqualTo(403);
    assertXml(webhook.post("/o/nobody" + VOICE, call(), Webhook.TOKEN));
  }

  @Test
  void a_call_that_cannot_be_read_is_answered_in_twiml() {
    assertXml(webhook.raw(VOICE, "application/json", "null", "x"));
    assertXml(webhook.raw(VOICE, "application/x-www-form-urlencoded", "a=%GG", "x"));
    assertXml(webhook.raw(VOICE, "application/x-www-form-urlencoded", "", "x"));
  }

  private static Map<String, String> call() {
    return new TreeMap<>(
        Map.of(
            "CallSid", "CA0123456789abcdef0123456789abcdef",
            "AccountSid", "AC0123456789abcdef0123456789abcdef",
            "CallStatus", "ringing",
            "From", CLIENT,
            "To", RELAY));
  }

  @Test
  void an_oversized_call_is_answered_in_twiml() {
    final var answer =
        webhook.raw(VOICE, "application/x-www-form-urlencoded", "a=" + "x".repeat(11_000_000), "x");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertXml(answer);
  }
}
