package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge itself: who is let in and how it is answered. */
@NullUnmarked
class WebhookTest extends SmsTest {

  @Inject Door door;
  @Inject Api api;
  @Inject Keys keys;

  @Test
  void twenty_copies_at_once_leave_one_of_everything() throws Exception {
    final Callable<HttpResponse<String>> copy = () -> webhook.sms("SM1", CLIENT, RELAY, LEAK);
    final var answers = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (final var one : threads.invokeAll(Stream.generate(() -> copy).limit(20).toList())) {
        assertAccepted(one.get());
        answers.add(one.get().statusCode() + one.get().body());
      }
    }
    assertThat(answers).hasSize(1);
    assertThat(sent()).hasSize(1);
    for (final String table :
        new String[] {
          "message_event", "message_text", "anti_poaching_attempt", "effect", "notice", "strike"
        }) {
      assertThat(tables.count(table)).as(table).isOne();
    }
  }

  @Test
  void a_copy_is_known_for_ever() {
    receive("SM1", CLIENT, CLEAN);
    assertThat(sent()).hasSize(1);
    clock.advance(java.time.Duration.ofDays(1000));
    receive("SM1", CLIENT, CLEAN);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void a_missing_or_forged_signature_is_forbidden_and_leaves_only_a_count() {
    final long before = door.turnedAway();
    final Map<String, String> parameters = Webhook.parameters("SM1", CLIENT, RELAY, CLEAN);
    final var unsigned = webhook.unsigned(Webhook.encoded(parameters));
    final var forged = webhook.post(Webhook.PATH, parameters, "another token");
    final var other = webhook.post(Webhook.PATH + "?x=1", parameters, "another token");
    for (final var answer : new HttpResponse[] {unsigned, forged, other}) {
      assertThat(answer.statusCode()).isEqualTo(403);
    }
    assertXml(unsigned);
    assertXml(forged);
    assertThat(door.turnedAway()).isEqualTo(before + 3);
    assertThat(tables.count("message_event")).isZero();
    assertThat(tables.count("message_key")).isZero();
  }

  @Test
  void the_query_belongs_to_what_is_signed() {
    final Map<String, String> parameters = Webhook.parameters("SM1", CLIENT, RELAY, CLEAN);
    assertAccepted(webhook.post(Webhook.PATH + "?a=%2B%26&b=x%20y", parameters, Webhook.TOKEN));
  }

  @Test
  void a_number_may_be_configured_to_call_by_get() {
    assertAccepted(webhook.get(Webhook.parameters("SM1", CLIENT, RELAY, CLEAN + " é+%")));
    assertThat(sent()).singleElement().asString().endsWith(CLEAN + " é+%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageSid", "From", "To"})
  void what_is_needed_must_be_there(final String missing) {
    final Map<String, String> parameters =
        new TreeMap<>(Webhook.parameters("SM1", CLIENT, RELAY, CLEAN));
    parameters.remove(missing);
    final var answer = webhook.post(parameters);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertXml(answer);
    parameters.put(missing, "+1\u0000\u00e9");
    assertThat(webhook.post(parameters).statusCode()).isEqualTo(400);
    assertThat(tables.count("message_event")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Body=%FF", "Body=%zz"})
  void what_is_not_utf_8_is_refused_in_xml(final String body) {
    final var answer =
        webhook.raw(Webhook.PATH, "application/x-www-form-urlencoded", body, "anything");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertXml(answer);
  }

  @Test
  void nul_and_half_characters_never_cost_a_message() {
    final String url = webhook.url(Webhook.PATH);
    final String octets =
        "Body" + CLEAN + "\u0000\u00ed\u00a0\u00bd" + "From" + CLIENT + "MessageSidSM1To" + RELAY;
    final var answer =
        webhook.raw(
            Webhook.PATH,
            "application/x-www-form-urlencoded",
            "MessageSid=SM1&From=%2B16045550111&To=%2B16045550100&Body="
                + CLEAN.replace(' ', '+')
                + "%00%ED%A0%BD",
            Webhook.signatureOfOctets(url + octets, Webhook.TOKEN));
    assertAccepted(answer);
    assertThat(sent()).singleElement().asString().endsWith(CLEAN + "\uFFFD\uFFFD");
  }

  @Test
  void a_request_that_is_too_long_is_refused_in_xml() {
    final var answer = webhook.sms("SM1", CLIENT, RELAY, "x".repeat(11 << 20));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertXml(answer);
  }

  @Test
  void json_is_no_form() {
    final var answer =
        webhook.raw(
            Webhook.PATH,
            "application/json",
            "{}",
            Webhook.signature(webhook.url(Webhook.PATH), Webhook.TOKEN));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertXml(answer);
  }

  @Test
  void each_organization_has_a_door_and_a_token_of_its_own() {
    tables.execute("insert into organization (id, name) values ('acme', 'Acme')");
    final String account = "/api/organizations/acme/accounts/twilio";
    final String body = "{\"auth_tokens\":[\"acme-token\"]}";
    final var changed =
        api.json("PUT", account, keys.of(new OrganizationId("acme"), "owner"), body);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    final Map<String, String> sms = Webhook.parameters("SM1", CLIENT, RELAY, CLEAN);
    assertAccepted(webhook.post("/o/acme" + Webhook.PATH, sms, "acme-token"));
    assertAccepted(webhook.post(sms));
    assertThat(webhook.post("/o/acme" + Webhook.PATH, sms, Webhook.TOKEN).statusCode())
        .isEqualTo(403);
    assertThat(webhook.post(Webhook.PATH, sms, "acme-token").statusCode()).isEqualTo(403);
    assertThat(
            tables.strings(
                "select concat_ws(' ', organization_id, handling) from message_event order by 1"))
        .containsExactly("acme unrouted", "default screen");
  }

  @Test
  void an_unknown_organization_is_answered_in_xml() {
    final var answer =
        webhook.post(
            "/o/nobody" + Webhook.PATH,
            Webhook.parameters("SM1", CLIENT, RELAY, CLEAN),
            Webhook.TOKEN);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertXml(answer);
  }

  @Test
  void a_status_callback_is_taken_and_forgotten() {
    final var answer =
        webhook.post(
            "/webhooks/twilio/status?oid=0198", Map.of("MessageStatus", "sent"), Webhook.TOKEN);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(
            webhook
                .post("/webhooks/twilio/status?oid=0198", Map.of("MessageStatus", "sent"), "forged")
                .statusCode())
        .isEqualTo(403);
  }
}
