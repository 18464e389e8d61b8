package io.gatehouse.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversations.Named;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.testkit.TestClock;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Memory stays within its bounds, however many threads there are and however long their texts. */
class ThreadsTest {

  private final Threads threads = new Threads(3, 100);

  @Test
  void of_too_many_threads_the_one_unused_for_longest_is_forgotten() {
    say("a", 1);
    say("b", 1);
    say("c", 1);
    threads.get(named("a"));

    say("d", 1);

    assertThat(threads.get(named("b"))).isEqualTo(Remembered.NOTHING);
    assertThat(threads.get(named("a")).said()).hasSize(1);
  }

  @Test
  void of_too_much_text_the_threads_unused_for_longest_are_forgotten() {
    say("a", 60);
    say("b", 60);

    assertThat(threads.get(named("a"))).isEqualTo(Remembered.NOTHING);
    assertThat(threads.get(named("b")).length()).isEqualTo(60);

    say("b", 60);
    say("c", 10);

    assertThat(threads.get(named("b"))).isEqualTo(Remembered.NOTHING);
    assertThat(threads.get(named("c")).length()).isEqualTo(10);
  }

  @Test
  void of_a_thread_the_last_twelve_messages_are_kept() {
    IntStream.range(0, 20).forEach(i -> say("a", 1));

    assertThat(threads.get(named("a")).said()).hasSize(12);
    assertThat(threads.get(named("a")).said().getLast().messageId()).isEqualTo("m20");
  }

  private int messages;

  private void say(final String thread, final int length) {
    final Asked asked = Chat.asked("m" + ++messages, thread, "u1", "x".repeat(length));
    threads.change(
        named(thread),
        before ->
            before.with(
                asked,
                new Said(
                    asked.messageId(),
                    asked.user(),
                    new Utterance(Role.CLIENT, asked.content(), Format.PLAIN),
                    TestClock.START,
                    Optional.empty())));
  }

  private static Named named(final String thread) {
    return new Named(OrganizationId.DEFAULT, thread);
  }
}
