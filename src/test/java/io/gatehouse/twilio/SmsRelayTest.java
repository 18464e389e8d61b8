package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Segments;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** From the webhook to the sandbox, over the real path. */
@NullUnmarked
class SmsRelayTest extends SmsTest {

  @Inject Keys keys;
  @Inject Api api;

  @Test
  void clean_text_goes_to_the_other_side_by_the_relay_number_unchanged() {
    receive("SM1", CLIENT, " " + CLEAN + "\n🐶 + \"50 %\" ");
    receive("SM2", SITTER, "Sure");
    assertThat(sent())
        .containsExactly(
            "sms.relay | " + RELAY + " | " + SITTER + " |  " + CLEAN + "\n🐶 + \"50 %\" ",
            "sms.relay | " + RELAY + " | " + CLIENT + " | Sure");
    assertThat(states()).containsExactly("screen sent", "screen sent");
    assertThat(tables.strings("select sender_role from message_event order by id"))
        .containsExactly("client", "provider");
    assertThat(notices()).isEmpty();
  }

  @Test
  void a_leak_is_withheld_its_sender_warned_and_the_owner_told_S5_9_to_S5_13() {
    receive("SM1", CLIENT, LEAK);
    assertThat(tables.one("select sender_warned_at is null from anti_poaching_attempt"))
        .isEqualTo("t");
    final String reply = sent().getFirst();
    assertThat(sent()).hasSize(1);
    assertThat(reply).startsWith("sms.reply | " + RELAY + " | " + CLIENT + " | ");
    assertThat(reply).doesNotContain("778");
    final String text = reply.substring(reply.lastIndexOf('|') + 2);
    assertThat(text).contains("téléphone");
    assertThat(Segments.of(text).count()).isEqualTo(1);
    assertThat(states()).containsExactly("screen withheld");
    assertThat(notices()).containsExactly("message_blocked");
    assertThat(tables.one("select was_blocked and anti_poaching_flagged from message_event"))
        .isEqualTo("t");
    assertThat(tables.one("select sender_warned_at is not null from anti_poaching_attempt"))
        .isEqualTo("t");
  }

  @Test
  void a_relay_that_died_half_way_in_the_sandbox_is_noted_once() {
    receive("SM1", CLIENT, CLEAN);
    tables.run("update effect set state = 'running', attempts = 1, version = 1");
    effects.runDue();
    clock.advance(Duration.ofSeconds(5));
    effects.runDue();

    assertThat(sent()).hasSize(1);
    assertThat(states()).containsExactly("screen sent");
  }

  @Test
  void a_released_leak_is_delivered_whole_S5_15() {
    receive("SM1", CLIENT, LEAK);
    sent();
    assertThat(release().statusCode()).isEqualTo(200);
    assertThat(sent()).last().isEqualTo("sms.relay | " + RELAY + " | " + SITTER + " | " + LEAK);
  }

  @Test
  void a_leak_is_not_released_to_somebody_who_opted_out() {
    receive("SM1", CLIENT, LEAK);
    receive("SM2", SITTER, "STOP");
    final var answer = release();
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("opted_out");
  }

  @Test
  void a_sender_is_warned_once_a_minute_but_every_leak_counts() {
    receive("SM1", CLIENT, LEAK);
    receive("SM2", CLIENT, LEAK);
    assertThat(sent()).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    receive("SM3", CLIENT, LEAK);
    assertThat(sent()).hasSize(2);
    assertThat(states()).containsOnly("screen withheld").hasSize(3);
    assertThat(tables.count("strike")).isEqualTo(3);
  }

  @Test
  void pictures_are_held_and_their_text_goes_on() {
    final Map<String, String> parameters =
        new TreeMap<>(Webhook.parameters("MM1", SITTER, RELAY, CLEAN));
    parameters.put("NumMedia", "2");
    parameters.put("MediaUrl0", "https://api.twilio.com/x");
    assertAccepted(webhook.post(parameters));
    assertThat(sent())
        .hasSize(2)
        .satisfies(
            all -> {
              assertThat(all.getFirst()).endsWith(CLEAN);
              assertThat(all.getLast()).startsWith("sms.reply | " + RELAY + " | " + SITTER);
            });
    assertThat(notices()).containsExactly("media_held");
    assertThat(tables.one("select envelope->>'media' from message_event")).isEqualTo("2");
    assertThat(
            tables.one(
                "select sender_warned_at from anti_poaching_attempt right join (select 1)"
                    + " as one on true"))
        .isEqualTo("null");
  }

  @Test
  void a_picture_alone_is_never_an_empty_message() {
    final Map<String, String> parameters =
        new TreeMap<>(Webhook.parameters("MM1", SITTER, RELAY, ""));
    parameters.put("NumMedia", "1");
    assertAccepted(webhook.post(parameters));
    assertThat(sent()).singleElement().asString().startsWith("sms.reply");
    assertThat(states()).containsExactly("examine recorded");
    assertThat(notices()).containsExactly("media_held");
  }

  @Test
  void a_redacted_message_is_masked_when_it_is_sent() {
    final String rules = "{\"rules\":[{\"channel\":\"sms\",\"mode\":\"strict\",\"redact\":true}]}";
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with("owner"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(rules)));
    assertThat(changed.statusCode()).isEqualTo(200);
    receive("SM1", CLIENT, LEAK);
    assertThat(sent().getFirst())
        .isEqualTo(
            "sms.relay | " + RELAY + " | " + SITTER + " | Just call me, ***-***-0147 is my number");
  }

  @Test
  void no_payload_holds_message_text() {
    receive("SM1", CLIENT, CLEAN);
    receive("SM2", CLIENT, LEAK);
    receive("SM3", STRANGER, "Who is there?");
    assertThat(tables.strings("select payload::text from effect"))
        .hasSize(3)
        .allSatisfy(
            payload -> assertThat(payload).doesNotContain("dog", "0147", "Who", "my number"));
  }

  private HttpResponse<String> release() {
    final String event = tables.one("select id from message_event order by id limit 1");
    return api.post(
        "/api/messages/events/" + event + "/force-send",
        keys.with("owner"),
        "{\"reason\":\"a known number\"}");
  }
}
