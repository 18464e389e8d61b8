package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Two machines that answer each other through the gateway die out (B66). */
@NullUnmarked
class LoopTest extends SmsTest {

  private static final int FAR_MORE = 200;

  @Test
  void machines_that_say_the_same_are_stopped_at_the_sixth() {
    assertThat(talk(n -> "I am away, back on Monday")).isLessThan(14);
    assertThat(notices()).containsExactly("held_loop");
    assertThat(states()).contains("hold withheld");
    assertThat(tables.one("select envelope->>'held' from message_event order by id desc limit 1"))
        .isEqualTo("loop");
  }

  @Test
  void machines_that_say_something_else_each_time_are_stopped_by_their_pace() {
    assertThat(talk(n -> "Ticket number " + "x".repeat(n) + " is open")).isEqualTo(41);
    assertThat(notices()).containsExactly("held_loop");
    assertThat(sent()).hasSize(40);
  }

  @Test
  void a_machine_that_leaks_is_answered_once_a_minute_at_most() {
    receive("SM0", CLIENT, "Hello?");
    sent();
    for (int n = 1; n < 30; n++) {
      receive("SM" + n, SITTER, LEAK + " ".repeat(n % 3));
    }
    assertThat(sent().stream().filter(one -> one.startsWith("sms.reply"))).hasSize(1);
  }

  @Test
  void a_person_may_say_ok_five_times_and_again_later() {
    for (int n = 0; n < 5; n++) {
      receive("SM" + n, CLIENT, "ok");
    }
    receive("SM5", SITTER, "ok");
    clock.advance(Duration.ofMinutes(2));
    receive("SM6", CLIENT, "ok");
    assertThat(states()).containsOnly("screen queued").hasSize(7);
  }

  @Test
  void a_loop_is_told_once_an_hour_and_ends_with_the_silence() {
    for (int n = 0; n < 10; n++) {
      receive("SM" + n, CLIENT, "ok");
    }
    assertThat(notices()).containsExactly("held_loop");
    clock.advance(Duration.ofHours(1));
    receive("SM10", CLIENT, "ok");
    assertThat(states()).last().isEqualTo("screen queued");
  }

  /**
   * Two machines that answer whatever they get within a second.
   *
   * @return how many messages they wrote until they fell silent
   */
  private int talk(final IntFunction<String> text) {
    int written = 0;
    int heard = 0;
    String writer = CLIENT;
    do {
      receive("SM" + written, writer, text.apply(written));
      written++;
      final var all = sent();
      if (all.size() == heard) {
        return written;
      }
      heard = all.size();
      writer = all.getLast().contains("| " + SITTER + " |") ? SITTER : CLIENT;
    } while (written < FAR_MORE);
    return written;
  }
}
