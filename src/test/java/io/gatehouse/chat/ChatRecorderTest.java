package io.gatehouse.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.chat.Asked.Position;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Chat messages on their way into the database. */
@GatehouseTest
class ChatRecorderTest {

  private final Chat chat;
  private final ChatRecorder recorder;
  private final Tables tables;

  ChatRecorderTest(final Chat chat, final ChatRecorder recorder, final Tables tables) {
    this.chat = chat;
    this.recorder = recorder;
    this.tables = tables;
  }

  @Test
  void a_message_is_kept_with_its_facts_in_the_words_of_S3_4() {
    recorder.record(
        List.of(
            new Asked(
                OrganizationId.DEFAULT,
                "m-1",
                "t-1",
                "u-1",
                Optional.empty(),
                Chat.CLEAN,
                TestClock.START,
                Optional.of(new Position(49.2827, -123.1207)),
                "en")),
        Handling.SCREEN);

    assertThat(tables.one("select envelope - 'sent_at' from message_event"))
        .isEqualTo(
            "{\"gps_lat\": \"49.2827\", \"gps_lon\": \"-123.1207\", \"user_id\": \"u-1\","
                + " \"thread_id\": \"t-1\", \"message_id\": \"m-1\"}");
    assertThat(tables.one("select envelope ->> 'sent_at' from message_event"))
        .isEqualTo(TestClock.START.toString());
  }

  @Test
  void a_batch_is_answered_in_its_order() {
    chat.says("t2", "u2", Chat.CLEAN);

    final List<Told> told =
        recorder.tell(
            List.of(
                Chat.asked("t1", "u1", Chat.LEAK),
                Chat.asked("t2", "u2", Chat.CLEAN),
                Chat.asked("t3", "u3", "and a clean one")),
            Handling.SCREEN);

    assertThat(told)
        .extracting(one -> ((Told.Judged) one).delivery())
        .containsExactly(Delivery.WITHHELD, Delivery.AS_IS, Delivery.AS_IS);
    assertThat(tables.count("conversation")).isEqualTo(3);
  }

  @Test
  void a_repeat_gets_its_first_answer_and_an_id_used_twice_is_refused() {
    final Asked first = Chat.asked("m-1", "t1", "u1", Chat.LEAK);
    final MessageEvent event = chat.says(first);

    assertThat(tell(first)).isEqualTo(new Told.Judged(event, true, false));
    assertThat(
            List.of(
                Chat.asked("m-1", "t2", "u1", Chat.LEAK),
                Chat.asked("m-1", "t1", "u2", Chat.LEAK),
                Chat.asked("m-1", "t1", "u1", Chat.LEAK + " ")))
        .allSatisfy(other -> assertThat(tell(other)).isEqualTo(new Told.Reused(event.id())));
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void what_the_database_cannot_keep_is_no_failure_of_ours_B43() {
    final Asked odd = Chat.asked("m\u00001", "t\u0000", "u\u0000", "a\u0000b");

    assertThat(tell(odd)).isInstanceOf(Told.Judged.class);
    assertThat(tell(odd)).isInstanceOf(Told.Judged.class);
    assertThat(tables.one("select text from message_text")).isEqualTo("a\uFFFDb");
  }

  @Test
  void a_number_split_over_messages_is_found() {
    chat.says("t1", "u1", "you can reach me, it starts with 604 555");

    assertThat(chat.says("t1", "u1", "and then 0143").verdict().flagged()).isTrue();
  }

  private Told tell(final Asked asked) {
    return recorder.tell(List.of(asked), Handling.SCREEN).getFirst();
  }
}
