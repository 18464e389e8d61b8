package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moderation is the second layer of the one decision on a message. */
class ModeratedTest extends OverridesTest {

  static final String RULES =
      "\"rules\":[{\"category\":\"harassment\",\"words\":[\"zorble\"],\"weight\":0.7},"
          + "{\"category\":\"hate\",\"words\":[\"glimfar\"],\"weight\":0.9}]";
  static final String REVIEWABLE = "you zorble";
  static final String HIDDEN = "you glimfar";
  static final String WHY = "{\"reason\":\"it is a name\"}";

  @BeforeEach
  void choose() {
    settings("{\"moderation\":{" + RULES + "}}");
  }

  @Test
  void b58_a_quarantined_message_is_delivered_and_queued() {
    final MessageEvent event = says(REVIEWABLE);

    assertThat(event.state()).isEqualTo(EventState.QUEUED);
    assertThat(relayed()).containsExactly(REVIEWABLE);
    assertThat(tables.strings("select event_id::text from content_moderation_decision"))
        .containsExactly(event.id().toString());
    assertThat(tables.count("content_moderation_queue")).isOne();
    assertThat(kinds()).containsExactly("moderation_quarantined");
    assertThat(replies()).isEmpty();
    assertThat(shown(event.id()))
        .contains(
            "\"moderation\":{\"decision\":\"quarantine\",\"confidence\":0.7,\"scores\":{",
            "\"harassment\":0.7",
            "\"help\":false,\"by\":\"keywords\"");
  }

  @Test
  void b58_a_blocked_message_is_held_and_released_exactly_once() {
    final MessageEvent event = says(HIDDEN);

    assertThat(event.state()).isEqualTo(EventState.WITHHELD);
    assertThat(relayed()).isEmpty();
    assertThat(kinds()).containsExactly("moderation_held");
    assertThat(replies()).containsExactly("moderation.held");
    assertThat(shown(event.id())).contains("\"decision\":\"block\"", "\"state\":\"withheld\"");

    assertThat(order(event.id(), "force-send", WHY).statusCode()).isEqualTo(200);
    assertThat(order(event.id(), "force-send", WHY).statusCode()).isEqualTo(409);
    assertThat(relayed()).containsExactly(HIDDEN);
    assertThat(tables.strings("select kind from notice where read_at is null")).isEmpty();
  }

  @Test
  void a_moderation_block_is_no_strike_no_attempt_and_no_flag() {
    says(HIDDEN);

    assertThat(List.of("strike", "anti_poaching_attempt", "conversation_flag"))
        .allSatisfy(table -> assertThat(tables.count(table)).as(table).isZero());
  }

  @Test
  void what_is_held_can_be_dismissed_as_well() {
    final MessageEvent event = says(HIDDEN);

    order(event.id(), "dismiss", "{\"verdict\":\"right\",\"reason\":\"no doubt\"}");

    assertThat(shown(event.id())).contains("\"state\":\"dismissed\"");
    assertThat(order(event.id(), "force-send", WHY).statusCode()).isEqualTo(409);
    assertThat(relayed()).isEmpty();
  }

  @Test
  void of_both_layers_the_stricter_one_counts_and_each_is_told() {
    final MessageEvent both = says("you glimfar, call me at 604-555-0143");

    assertThat(both.state()).isEqualTo(EventState.WITHHELD);
    assertThat(kinds()).containsExactlyInAnyOrder("message_blocked", "moderation_held");
    assertThat(tables.count("strike")).isOne();
    assertThat(replies()).containsExactly("moderation.held");
    assertThat(relayed()).isEmpty();
  }

  @Test
  void what_is_masked_by_the_first_layer_and_looked_at_by_the_second_leaves_masked() {
    change(
        "{\"rules\":[{\"channel\":\"sms\",\"mode\":\"strict\",\"redact\":true}],"
            + "\"moderation\":{"
            + RULES
            + "}}");
    says("you zorble, call me at 604-555-0143");

    assertThat(relayed()).containsExactly("you zorble, call me at ***-***-0143");
    assertThat(kinds()).containsExactlyInAnyOrder("message_redacted", "moderation_quarantined");
  }

  @Test
  void who_seeks_help_is_heard_at_once_and_nothing_is_hidden_or_said() {
    final MessageEvent event = says("i want to die");

    assertThat(event.state()).isEqualTo(EventState.QUEUED);
    assertThat(relayed()).containsExactly("i want to die");
    assertThat(kinds()).containsExactly("moderation_help");
    assertThat(replies()).isEmpty();
    assertThat(shown(event.id())).contains("\"help\":true");
  }

  @Test
  void an_organization_may_have_a_word_for_who_seeks_help() {
    change("{\"texts\":{\"en\":{\"moderation.help\":\"We are here. Somebody writes to you.\"}}}");
    says("i want to die");

    assertThat(replies()).containsExactly("moderation.help");
  }

  @Test
  void staff_are_read_and_never_held() {
    final MessageEvent event = as(Role.STAFF, HIDDEN);

    assertThat(event.state()).isNotEqualTo(EventState.WITHHELD);
    assertThat(shown(event.id())).contains("\"moderation\":{\"decision\":\"quarantine\"");
  }

  @Test
  void a_repeat_is_answered_as_the_first_one() {
    final MessageEvent first = as(Role.CLIENT, HIDDEN);

    assertThat(as(Role.CLIENT, HIDDEN)).isEqualTo(first);
    assertThat(tables.count("content_moderation_decision")).isOne();
    assertThat(kinds()).containsExactly("moderation_held");
  }

  @Test
  void a_clean_message_leaves_no_opinion() {
    assertThat(shown(says("see you at five").id())).doesNotContain("moderation");
    assertThat(tables.count("content_moderation_decision")).isZero();
    assertThat(tables.one("select moderation is null from message_event")).isEqualTo("t");
  }

  @Test
  void s4_20_with_moderation_off_there_is_nothing_of_it() {
    change("{\"moderation\":{\"enabled\":false," + RULES + "}}");

    final MessageEvent event = says(HIDDEN);

    assertThat(event.state()).isEqualTo(EventState.QUEUED);
    assertThat(shown(event.id())).doesNotContain("moderation");
    assertThat(tables.count("content_moderation_decision")).isZero();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void s4_21_the_feed_tells_of_it_without_a_word_of_the_message() {
    says(REVIEWABLE);

    final String feed = api.get("/api/events?type=moderation.decided", owner).body();

    assertThat(feed)
        .contains(
            "\"type\":\"moderation.decided\"",
            "\"moderation\":{\"decision\":\"quarantine\"",
            "\"source_kind\":\"message\"")
        .doesNotContain("zorble");
    assertThat(tables.count("feed_entry")).isEqualTo(2);
  }

  private void change(final String document) {
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString(document)));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  private List<String> kinds() {
    return tables.strings("select kind from notice order by id");
  }

  private List<String> replies() {
    return tables.strings("select payload->>'text' from effect where kind = 'sms.reply'");
  }

  private MessageEvent as(final Role role, final String text) {
    return gatekeeper.screen(
        new Incoming(
            new Origin(
                HERE,
                Channel.SMS,
                Direction.INBOUND,
                new Sender(role, null, CLEO),
                Map.of("from", CLEO, "to", RELAY)),
            walk,
            new Content(text, Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("twilio", "SM1", null),
            Handling.SCREEN));
  }
}
