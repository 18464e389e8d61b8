package io.gatehouse.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.effects.Effects;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application is told after its owner had a word on a message. */
@GatehouseTest
class OwnersWordTest {

  private final Chat chat;
  private final ChatRecorder recorder;
  private final Recollection recollection;
  private final Effects effects;
  private final Desk desk;
  private final Tables tables;

  OwnersWordTest(
      final Chat chat,
      final ChatRecorder recorder,
      final Recollection recollection,
      final Effects effects,
      final Desk desk,
      final Tables tables) {
    this.chat = chat;
    this.recorder = recorder;
    this.recollection = recollection;
    this.effects = effects;
    this.desk = desk;
    this.tables = tables;
  }

  @Test
  void who_asks_again_after_a_release_may_deliver_S5_15() {
    final Asked leak = Chat.asked("t1", "u1", Chat.LEAK);
    assertThat(tell(leak).deliver()).isFalse();

    assertThat(desk.release(tell(leak).event().id())).isEqualTo(200);

    assertThat(tell(leak).deliver()).isTrue();
    assertThat(tables.one("select state from message_event")).isEqualTo("released");
    assertThat(tables.count("effect")).isZero();
  }

  @Test
  void what_is_dismissed_stays_where_it_is() {
    final Asked leak = Chat.asked("t1", "u1", Chat.LEAK);

    assertThat(desk.dismiss(tell(leak).event().id())).isEqualTo(200);

    assertThat(tell(leak).deliver()).isFalse();
    assertThat(tables.one("select state from message_event")).isEqualTo("dismissed");
    assertThat(tables.count("strike")).isZero();
  }

  @Test
  void what_was_let_pass_counts_and_what_was_held_back_waits() {
    final List<MessageEvent> passed =
        recorder.record(List.of(Chat.asked("t1", "u1", Chat.LEAK)), Handling.PASSED);
    final List<MessageEvent> held =
        recorder.record(List.of(Chat.asked("t2", "u2", Chat.CLEAN)), Handling.HOLD);

    assertThat(passed.getFirst().state()).isEqualTo(EventState.VISIBLE);
    assertThat(Told.Judged.of(passed.getFirst(), true).deliver()).isTrue();
    assertThat(tables.count("strike")).isOne();
    assertThat(held.getFirst().state()).isEqualTo(EventState.WITHHELD);
    assertThat(tables.strings("select envelope ->> 'held' from message_event order by id"))
        .containsExactly("null", "unrecorded");
    assertThat(desk.release(held.getFirst().id())).isEqualTo(200);
  }

  @Test
  void a_third_leak_goes_to_the_compliance_desk_as_on_every_channel_S1_4() {
    for (int i = 0; i < 3; i++) {
      chat.says("t1", "u-ann", Chat.LEAK);
    }
    assertThat(tables.strings("select kind from effect")).containsExactly("erpnext.alert");

    effects.runDue();

    assertThat(tables.one("select request from sandbox_effect where kind = 'erpnext.alert'"))
        .contains("u-ann", "t1", "***-***-0143")
        .doesNotContain("604-555");
  }

  @Test
  void while_a_pair_is_suspended_its_messages_wait_also_by_memory_alone_S1_6() {
    chat.says("t1", "u-ann", Chat.LEAK);
    assertThat(desk.suspend(tables.one("select id from pair"))).isEqualTo(200);

    final Asked asked = Chat.asked("t1", "u-ann", Chat.CLEAN);
    assertThat(tell(asked).event().handling()).isEqualTo(Handling.HOLD);
    assertThat(tell(asked).deliver()).isFalse();
    assertThat(recollection.fromMemory(Chat.asked("t1", "u-ann", Chat.CLEAN)).deliver()).isFalse();

    assertThat(desk.release(tell(asked).event().id())).isEqualTo(200);
    assertThat(tell(asked).deliver()).isTrue();
  }

  @Test
  void a_message_is_found_by_its_thread_and_by_its_own_id() {
    chat.says(Chat.asked("m-1", "t1", "u-ann", Chat.LEAK));

    assertThat(desk.get("/api/messages/events?conversation=t1&channel=chat"))
        .contains("\"user_id\":\"u-ann\"", "\"decision\":\"block\"");
    assertThat(desk.get("/api/messages/events?source=chat&key=m-1"))
        .contains("\"state\":\"withheld\"");
  }

  @Test
  void a_mask_is_delivered_where_that_is_chosen_until_a_release() {
    desk.choose("{\"rules\":[{\"channel\":\"chat\",\"mode\":\"strict\",\"redact\":true}]}");
    final Asked leak = Chat.asked("t1", "u-ann", Chat.LEAK);
    assertThat(tell(leak).delivery()).isEqualTo(Delivery.REDACTED);
    assertThat(tell(leak).text()).contains("***-***-0143").doesNotContain("604-555");

    assertThat(desk.release(tell(leak).event().id())).isEqualTo(200);

    assertThat(tell(leak).text()).isEqualTo(Chat.LEAK);
  }

  private Told.Judged tell(final Asked asked) {
    return (Told.Judged) recorder.tell(List.of(asked), Handling.SCREEN).getFirst();
  }
}
