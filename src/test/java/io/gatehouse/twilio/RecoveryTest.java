package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.carrier.FakeMessages.Kept;
import io.gatehouse.carrier.FakeTwilio;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Messages that Twilio could not hand over. */
@NullUnmarked
class RecoveryTest extends LiveSmsTest {

  @Inject InboundRecovery recovery;

  @Test
  void a_message_nobody_told_us_of_is_found_and_taken_once() {
    lost("SM1", CLIENT, "first");
    lost("SM2", CLIENT, "second");
    lost("SM3", SITTER, "third");
    twilio.messages().pageSize(1);
    clock.advance(Duration.ofMinutes(2));
    recovery.look();
    recovery.look();
    effects.runDue();
    pass(Duration.ofMinutes(1));
    assertThat(taken().subList(3, 6)).containsExactly("first", "second", "third");
    assertThat(states()).containsOnly("screen sent").hasSize(3);
    receive("SM1", CLIENT, "first");
    assertThat(states()).hasSize(3);
  }

  @Test
  void what_came_by_webhook_is_not_taken_again() {
    relay(CLEAN);
    final String sid = tables.one("select key from message_key");
    twilio.messages().add(new Kept(sid, CLIENT, RELAY, CLEAN, "received", "", clock.instant()));
    clock.advance(Duration.ofMinutes(2));
    recovery.look();
    assertThat(states()).hasSize(1);
  }

  @Test
  void what_may_be_on_its_way_this_moment_is_left_to_its_webhook() {
    lost("SM1", CLIENT, CLEAN);
    clock.advance(Duration.ofSeconds(30));
    recovery.look();
    assertThat(states()).isEmpty();
    clock.advance(Duration.ofMinutes(5));
    recovery.look();
    assertThat(states()).hasSize(1);
  }

  @Test
  void a_look_that_failed_is_made_up_for() {
    lost("SM1", CLIENT, CLEAN);
    clock.advance(Duration.ofMinutes(2));
    recovery.look();
    assertThat(states()).hasSize(1);
    lost("SM2", CLIENT, "Second");
    twilio.whenAsked(FakeTwilio.json(500));
    for (int i = 0; i < 6; i++) {
      clock.advance(Duration.ofMinutes(10));
      recovery.look();
    }
    assertThat(states()).hasSize(1);
    twilio.takes();
    recovery.look();
    assertThat(states()).hasSize(2);
  }

  @Test
  void what_is_found_too_late_to_be_of_use_waits_for_the_owner() {
    lost("SM1", CLIENT, "I am at the door");
    clock.advance(Duration.ofHours(7));
    recovery.look();
    effects.runDue();
    assertThat(states()).containsExactly("hold withheld");
    assertThat(twilio.forms()).isEmpty();
  }

  @Test
  void only_messages_that_came_in_to_numbers_of_ours_are_taken() {
    twilio
        .messages()
        .add(new Kept("SMa", CLIENT, "+16045550199", "x", "received", "", clock.instant()));
    twilio.messages().add(new Kept("SMb", RELAY, RELAY, "x", "sent", "", clock.instant()));
    clock.advance(Duration.ofMinutes(2));
    recovery.look();
    assertThat(states()).isEmpty();
  }

  private void lost(final String sid, final String from, final String body) {
    clock.advance(Duration.ofSeconds(1));
    twilio.messages().add(new Kept(sid, from, RELAY, body, "received", "", clock.instant()));
  }
}
