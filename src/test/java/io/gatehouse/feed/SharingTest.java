package io.gatehouse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves of a text and a place (S3.16, S3.22, B42). */
@GatehouseTest
@NullUnmarked
class SharingTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final OrganizationId OTHER = new OrganizationId("other");
  private static final String LEAK = "call me: 604-555-0143, then 0ne more";

  @Inject Gatekeeper gatekeeper;
  @Inject Conversations conversations;
  @Inject Following following;
  @Inject Tables tables;
  private int messages;

  @BeforeEach
  void other() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
  }

  @Test
  void a_chat_message_is_told_in_the_words_of_S3_16() {
    asks(HERE, LEAK);
    assertThat(following.all().items().getFirst())
        .containsEntry("message_id", "m1")
        .containsEntry("thread_id", "t1")
        .containsEntry("user_id", "u1")
        .containsEntry("timestamp", "2026-03-02T14:29:59Z")
        .containsKey("emitted_at")
        .doesNotContainKeys("content", "gps");
    assertThat(following.all().items().getFirst().get("intercept_result"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("allowed", false)
        .containsEntry("action", "hard_block")
        .containsKeys("risk_score", "labels")
        .satisfies(
            result ->
                assertThat(String.valueOf(result.get("labels"))).contains("contact_info_phone"));
  }

  @Test
  void what_passed_before_it_was_judged_was_allowed_and_what_waits_is_not() {
    asks(HERE, LEAK, Handling.PASSED);
    asks(HERE, "Good morning", Handling.HOLD);

    assertThat(following.all().all("intercept_result"))
        .satisfiesExactly(
            passed -> assertThat(passed + "").contains("allowed=true", "hard_block"),
            held -> assertThat(held + "").contains("allowed=false", "action=allow"));
  }

  @Test
  void messages_recorded_together_are_told_together() {
    gatekeeper.screen(
        List.of(message(HERE, "a", "Good morning"), message(HERE, "b", "Good evening")));
    assertThat(following.all().all("conversation")).containsExactly("a", "b");
    assertThat(tables.strings("select distinct xid from feed_entry")).hasSize(1);
  }

  @Test
  void nothing_of_it_leaves_or_is_kept_unless_that_was_chosen() {
    asks(HERE, LEAK);
    assertThat(following.body(HERE, "")).doesNotContain("0143", "49.28", "-123.1", "call me");
    assertThat(tables.one("select CAST(e AS text) from feed_entry e"))
        .doesNotContain("0143", "49.28", "-123.1", "call me");
  }

  @Test
  void equal_texts_have_equal_hashes_in_one_organization_alone() {
    following.choose(HERE, "\"content\":\"hash\",\"position\":\"hash\"");
    following.choose(OTHER, "\"content\":\"hash\",\"position\":\"hash\"");
    asks(HERE, LEAK);
    asks(HERE, LEAK);
    asks(HERE, LEAK + "!");
    asks(OTHER, LEAK);

    final List<Object> hashes = following.all().all("content");
    assertThat(hashes.get(0))
        .isEqualTo(hashes.get(1))
        .asString()
        .matches("hmac-sha256:[0-9a-f]{64}");
    assertThat(hashes.get(2)).isNotEqualTo(hashes.get(0));
    assertThat(following.of(OTHER).all("content")).doesNotContainAnyElementsOf(hashes);
    assertThat(following.all().all("gps"))
        .allSatisfy(gps -> assertThat(gps + "").matches("hmac-sha256:[0-9a-f]{64}"))
        .doesNotContainAnyElementsOf(hashes)
        .doesNotContainAnyElementsOf(following.of(OTHER).all("gps"));
    assertThat(following.body(HERE, "")).doesNotContain("0143", "49.28");
  }

  @Test
  void who_wants_it_gets_the_text_as_long_as_it_is_there() {
    following.choose(HERE, "\"content\":\"plain\",\"position\":\"plain\"");
    asks(HERE, LEAK);
    assertThat(following.all().items().getFirst())
        .containsEntry("content", LEAK)
        .containsEntry("gps", Map.of("lat", 49.28, "lon", -123.1));

    tables.execute("delete from conversation_flag");
    tables.execute("delete from message_text");
    assertThat(following.all().items().getFirst())
        .containsEntry("decision", "block")
        .doesNotContainKey("content");
  }

  private void asks(final OrganizationId organization, final String text) {
    asks(organization, text, Handling.SCREEN);
  }

  private void asks(final OrganizationId organization, final String text, final Handling handling) {
    gatekeeper.screen(message(organization, "t1", text, handling));
  }

  private Incoming message(
      final OrganizationId organization, final String thread, final String text) {
    return message(organization, thread, text, Handling.SCREEN);
  }

  private Incoming message(
      final OrganizationId organization,
      final String thread,
      final String text,
      final Handling handling) {
    final String id = "m" + ++messages;
    final Conversation conversation =
        conversations.register(
            organization,
            Channel.CHAT,
            thread,
            new Registration(null, null, List.of(), Known.NOTHING, null));
    return new Incoming(
        new Origin(
            organization,
            Channel.CHAT,
            Direction.INBOUND,
            new Origin.Sender(Role.CLIENT, null, "u1"),
            Map.of(
                "message_id", id,
                "thread_id", thread,
                "user_id", "u1",
                "sent_at", "2026-03-02T14:29:59Z",
                "gps_lat", "49.28",
                "gps_lon", "-123.1")),
        conversation,
        new Content(text, Format.PLAIN),
        Known.NOTHING,
        new NaturalKey("chat", id, null),
        handling);
  }
}
