package io.gatehouse.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is being typed is judged like what is sent, and forgotten. */
@GatehouseTest
class PreviewTest {

  private static final String COUNTS =
      """
      select string_agg(t || ' ' || n, ', ') from (
        select 'event' as t, count(*) as n from message_event
        union all select 'key', count(*) from message_key
        union all select 'conversation', count(*) from conversation
        union all select 'participant', count(*) from participant
        union all select 'pair', count(*) from pair
        union all select 'strike', count(*) from strike
        union all select 'attempt', count(*) from anti_poaching_attempt
        union all select 'effect', count(*) from effect
        union all select 'notice', count(*) from notice) counted
      """;

  private final Chat chat;
  private final Preview preview;
  private final Recollection recollection;
  private final Conversations conversations;
  private final Tables tables;
  private final TestClock clock;

  PreviewTest(
      final Chat chat,
      final Preview preview,
      final Recollection recollection,
      final Conversations conversations,
      final Tables tables,
      final TestClock clock) {
    this.chat = chat;
    this.preview = preview;
    this.recollection = recollection;
    this.conversations = conversations;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void nothing_is_stored_nobody_learned_and_no_strike_counted() {
    chat.says("t1", "u1", Chat.LEAK);
    final String before = tables.one(COUNTS);

    for (int key = 0; key < 5; key++) {
      assertThat(preview.preview(Chat.asked("t1", "u2", Chat.LEAK)).deliver()).isFalse();
      assertThat(preview.preview(Chat.asked("t9", "u9", Chat.LEAK)).deliver()).isFalse();
      clock.advance(Duration.ofSeconds(6));
    }

    assertThat(tables.one(COUNTS)).isEqualTo(before);
    assertThat(chat.says("t1", "u1", Chat.LEAK).verdict().flagCount()).isEqualTo(2);
  }

  @Test
  void what_was_said_before_counts_also_where_this_instance_has_not_seen_it() {
    chat.says("t1", "u1", "you can reach me, it starts with 604 555");
    recollection.forget();

    assertThat(preview.preview(Chat.asked("t1", "u1", "and then 0143")).event().verdict().flagged())
        .isTrue();
    assertThat(preview.preview(Chat.asked("t1", "u1", "and then")).event().verdict().flagged())
        .isFalse();
  }

  @Test
  void a_thread_is_read_once_in_five_seconds() {
    chat.says("t1", "u1", Chat.CLEAN);
    final Asked typed = Chat.asked("t1", "u1", Chat.LEAK);
    assertThat(preview.preview(typed).deliver()).isFalse();
    allow("604 555 0143");

    clock.advance(Duration.ofMillis(4900));
    assertThat(preview.preview(typed).deliver()).isFalse();
    clock.advance(Duration.ofMillis(200));

    assertThat(preview.preview(typed).deliver()).isTrue();
  }

  @Test
  void what_is_sent_meanwhile_is_known_at_once() {
    preview.preview(Chat.asked("t1", "u1", "hi"));
    chat.says("t1", "u1", "you can reach me, it starts with 604 555");

    assertThat(preview.preview(Chat.asked("t1", "u1", "and then 0143")).event().verdict().flagged())
        .isTrue();
  }

  private void allow(final String phone) {
    conversations.register(
        OrganizationId.DEFAULT,
        Channel.CHAT,
        "t1",
        new Registration(
            Person.withUserId("u1"),
            null,
            List.of(),
            new Known(Set.of(), Set.of(phone), Set.of(), Set.of()),
            null));
  }
}
