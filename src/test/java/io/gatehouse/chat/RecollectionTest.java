package io.gatehouse.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided by what this instance remembers. */
@GatehouseTest
class RecollectionTest {

  private static final String HALF = "you can reach me, it starts with 604 555";
  private static final String REST = "and then 0143";

  private final Chat chat;
  private final ChatRecorder recorder;
  private final Recollection recollection;
  private final Conversations conversations;
  private final Tables tables;
  private final TestClock clock;

  RecollectionTest(
      final Chat chat,
      final ChatRecorder recorder,
      final Recollection recollection,
      final Conversations conversations,
      final Tables tables,
      final TestClock clock) {
    this.chat = chat;
    this.recorder = recorder;
    this.recollection = recollection;
    this.conversations = conversations;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void a_leak_is_withheld_and_clean_talk_passes_and_neither_is_recorded() {
    final Told.Judged leak = recollection.fromMemory(Chat.asked("t1", "u1", Chat.LEAK));
    final Told.Judged clean = recollection.fromMemory(Chat.asked("t1", "u1", Chat.CLEAN));

    assertThat(leak.deliver()).isFalse();
    assertThat(leak.event().state()).isEqualTo(EventState.WITHHELD);
    assertThat(clean.deliver()).isTrue();
    assertThat(List.of(leak.recorded(), clean.recorded())).containsOnly(false);
    assertThat(
            List.of("message_event", "message_key", "conversation", "participant", "strike")
                .stream()
                .mapToLong(tables::count)
                .sum())
        .isZero();
  }

  @Test
  void a_number_is_found_whose_parts_all_came_meanwhile() {
    assertThat(flagged(recollection.fromMemory(Chat.asked("t1", "u1", HALF)).event())).isFalse();

    assertThat(flagged(recollection.fromMemory(Chat.asked("t1", "u1", REST)).event())).isTrue();
    assertThat(flagged(recollection.fromMemory(Chat.asked("t2", "u1", REST)).event())).isFalse();
  }

  @Test
  void what_was_recorded_before_is_remembered_for_two_days() {
    chat.says("t1", "u1", HALF);
    assertThat(flagged(recollection.fromMemory(Chat.asked("t1", "u1", REST)).event())).isTrue();

    clock.advance(Duration.ofHours(49));

    assertThat(flagged(recollection.fromMemory(Chat.asked("t1", "u1", REST)).event())).isFalse();
  }

  @Test
  void a_message_asked_about_twice_gets_one_answer_and_is_no_second_part() {
    final Asked asked = Chat.asked("t1", "u1", HALF);
    final Told.Judged first = recollection.fromMemory(asked);
    clock.advance(Duration.ofSeconds(1));

    assertThat(recollection.fromMemory(asked)).isEqualTo(first);
    assertThat(recollection.thread(Seating.name(asked)).said()).hasSize(1);
  }

  @Test
  void what_is_known_of_the_conversation_is_known_from_memory() {
    conversations.register(
        OrganizationId.DEFAULT,
        Channel.CHAT,
        "t1",
        new Registration(
            Person.withUserId("u1"),
            null,
            List.of(Person.withUserId("u-sue")),
            new Known(Set.of(), Set.of("604 555 0143"), Set.of(), Set.of()),
            null));
    chat.says("t1", "u1", Chat.CLEAN);

    final Told.Judged known = recollection.fromMemory(Chat.asked("t1", "u1", Chat.LEAK));
    final Told.Judged staff =
        recollection.fromMemory(Chat.asked("t1", "u-sue", "call me on 604-555-0188"));

    assertThat(flagged(known.event())).isFalse();
    assertThat(staff.event().origin().sender().role()).isEqualTo(Role.STAFF);
    assertThat(staff.deliver()).isTrue();
  }

  @Test
  void of_an_unknown_thread_who_answers_is_taken_for_the_other_side() {
    assertThat(role(Chat.asked("t1", "u1", Chat.CLEAN))).isEqualTo(Role.CLIENT);
    assertThat(role(Chat.asked("t1", "u2", Chat.CLEAN))).isEqualTo(Role.PROVIDER);
    assertThat(role(Chat.asked("t1", "u1", Chat.CLEAN))).isEqualTo(Role.CLIENT);
  }

  @Test
  void what_is_recorded_later_says_when_it_was_passed_and_is_remembered_once() {
    final Asked asked = Chat.asked("t1", "u1", HALF);
    recollection.fromMemory(asked);
    clock.advance(Duration.ofMinutes(10));

    recorder.record(List.of(asked), Handling.PASSED);

    assertThat(tables.one("select envelope ->> 'passed_at' from message_event"))
        .isEqualTo(TestClock.START.toString());
    assertThat(recollection.thread(Seating.name(asked)).said()).hasSize(1);
    assertThat(recollection.passedAt(asked)).isEmpty();
  }

  private Role role(final Asked asked) {
    return recollection.fromMemory(asked).event().origin().sender().role();
  }

  private static boolean flagged(final MessageEvent event) {
    return event.verdict().flagged();
  }
}
