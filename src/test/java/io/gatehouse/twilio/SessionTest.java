package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations by SMS from their first to their last message. */
@NullUnmarked
class SessionTest extends SmsTest {

  private static final String SECOND = "+16045550101";
  private static final String OTHER_SITTER = "+16045550144";

  @Inject Keys keys;
  @Inject Api api;

  private String owner;

  @BeforeEach
  void issueKey() {
    owner = keys.with("owner");
  }

  @Test
  void each_side_writes_to_and_hears_from_a_number_of_its_own() {
    addNumber();
    put("booking-2", CLIENT, OTHER_SITTER);
    clock.advance(Duration.ofSeconds(1));
    assertThat(api.get("/api/conversations/booking-2?channel=sms", owner).body())
        .contains("\"phone\":\"" + CLIENT + "\"", "\"relay_number\":\"" + SECOND + "\"");
    final String sitters =
        tables.one("select relay_number from relay_route where phone = '" + OTHER_SITTER + "'");
    assertAccepted(webhook.sms("SM1", CLIENT, SECOND, CLEAN));
    assertAccepted(webhook.sms("SM2", OTHER_SITTER, sitters, "Sure"));
    assertThat(sent())
        .containsExactly(
            "sms.relay | " + sitters + " | " + OTHER_SITTER + " | " + CLEAN,
            "sms.relay | " + SECOND + " | " + CLIENT + " | Sure");
  }

  @Test
  void a_late_message_goes_to_the_owner_and_to_nobody_else() {
    close();
    receive("SM1", CLIENT, CLEAN);
    receive("SM2", CLIENT, "Hello?");
    assertThat(states()).containsOnly("hold withheld").hasSize(2);
    assertThat(tables.strings("select envelope->>'held' from message_event"))
        .containsOnly("closed");
    assertThat(notices()).containsExactly("held_closed", "held_closed");
    assertThat(sent())
        .singleElement()
        .asString()
        .startsWith("sms.reply | " + RELAY + " | " + CLIENT)
        .contains("terminée");
    clock.advance(Duration.ofDays(1));
    receive("SM3", CLIENT, "Hello again?");
    assertThat(sent()).hasSize(2);
  }

  @Test
  void a_late_leak_is_told_once() {
    close();
    receive("SM1", CLIENT, LEAK);
    assertThat(notices()).containsExactly("message_blocked");
    assertThat(states()).containsExactly("hold withheld");
    assertThat(api.get("/api/inbox", owner).body()).doesNotContain("555-0147");
  }

  @Test
  void a_late_message_is_released_when_its_conversation_is_open_again() {
    close();
    receive("SM1", CLIENT, CLEAN);
    sent();
    assertThat(release().body()).contains("conversation_closed");
    assertThat(release().statusCode()).isEqualTo(409);
    clock.advance(Duration.ofHours(20));
    assertThat(act("open", "{}").statusCode()).isEqualTo(200);
    assertThat(release().statusCode()).isEqualTo(200);
    assertThat(sent()).last().isEqualTo("sms.relay | " + RELAY + " | " + SITTER + " | " + CLEAN);
    receive("SM2", SITTER, "Sure");
    assertThat(sent()).last().isEqualTo("sms.relay | " + RELAY + " | " + CLIENT + " | Sure");
  }

  @Test
  void closing_and_opening_twice_is_doing_so_once_and_audited() {
    assertThat(act("close", "{\"reason\":\"done\"}").body()).contains("closed_at");
    clock.advance(Duration.ofSeconds(9));
    final String again = act("close", "{}").body();
    assertThat(again).contains("2026-03-02T14:30:00Z", "\"relay_number\":\"" + RELAY + "\"");
    assertThat(api.get("/api/conversations/booking-1?channel=sms", owner).body()).isEqualTo(again);
    assertThat(act("open", "{}").body()).doesNotContain("closed_at");
    act("open", "{}");
    assertThat(tables.strings("select concat_ws(' ', action, reason) from audit_entry order by id"))
        .containsExactly("conversation.closed done", "conversation.opened");
  }

  @Test
  void only_the_owner_closes_what_there_is() {
    assertThat(api.post("/api/conversations/booking-1/close", keys.with("moderator"), "{}"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
    assertThat(api.post("/api/conversations/nothing/close", owner, "{}").statusCode())
        .isEqualTo(404);
    assertThat(
            api.send(
                    api.request("/api/conversations/booking-1/close")
                        .header("Authorization", "Bearer " + owner)
                        .POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
    assertThat(act("close", "{\"reason\":5").statusCode()).isEqualTo(400);
  }

  @Test
  void a_number_is_not_given_to_somebody_else_before_it_has_cooled_down() {
    close();
    final var refused = put("booking-2", CLIENT, OTHER_SITTER);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("pool_exhausted", "\"cooling\":1", "\"free_at\":\"2026-04-01T14:30:00Z\"");
    clock.advance(Duration.ofDays(30));
    receive("SM1", CLIENT, "Still late");
    assertThat(put("booking-2", CLIENT, OTHER_SITTER).statusCode()).isEqualTo(200);
    receive("SM2", CLIENT, "For the new one");
    assertThat(states()).containsExactly("hold withheld", "screen queued");
    assertThat(sent()).last().asString().endsWith(OTHER_SITTER + " | For the new one");
  }

  @Test
  void the_same_two_get_their_number_back_at_once() {
    close();
    assertThat(put("booking-2", CLIENT, SITTER).statusCode()).isEqualTo(200);
    receive("SM1", CLIENT, CLEAN);
    assertThat(sent()).containsExactly("sms.relay | " + RELAY + " | " + SITTER + " | " + CLEAN);
    final var reopened = act("open", "{}");
    assertThat(reopened.statusCode()).isEqualTo(409);
    assertThat(reopened.body()).contains("pool_exhausted");
    assertThat(tables.one("select closed_at is not null from conversation order by id limit 1"))
        .isEqualTo("t");
  }

  @Test
  void what_is_relayed_is_worth_nothing_after_six_hours() {
    receive("SM1", CLIENT, CLEAN);
    assertThat(
            tables.strings(
                "select e.expires_at - m.received_at from effect e"
                    + " join message_event m on m.id = e.event_id"))
        .containsExactly("06:00:00");
  }

  private void addNumber() {
    tables.run("insert into relay_number values ('default', '" + SECOND + "')");
  }

  private HttpResponse<String> put(final String ref, final String client, final String provider) {
    return api.json(
        "PUT",
        "/api/conversations/" + ref,
        owner,
        "{\"channel\":\"sms\",\"client\":{\"phone\":\"%s\"},\"provider\":{\"phone\":\"%s\"}}"
            .formatted(client, provider));
  }

  private void close() {
    assertThat(act("close", "{}").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> act(final String deed, final String body) {
    return api.post("/api/conversations/booking-1/" + deed, owner, body);
  }

  private HttpResponse<String> release() {
    final String event = tables.one("select id from message_event order by id limit 1");
    return api.post(
        "/api/messages/events/" + event + "/force-send",
        owner,
        "{\"reason\":\"they still need it\"}");
  }
}
