package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest extends EffectsTest {

  private static final Outcome LATER = new Outcome.Later("busy", "try again", null);

  @Test
  void effects_of_a_conversation_and_lane_follow_each_other() {
    add(sms("a"), sms("b"), sms("c"));
    add(sms("d"));

    effects.runDue();

    assertThat(carriedOut()).containsExactly("a", "b", "c", "d");
    assertSettled("done", "done", "done", "done");
  }

  @Test
  void a_later_one_waits_for_an_earlier_one_and_goes_as_soon_as_that_is_settled() {
    handler.answer(LATER);
    add(sms("a"));
    add(sms("b"));

    effects.runDue();
    assertThat(carriedOut()).containsExactly("a");
    clock.advance(Duration.ofSeconds(2));
    effects.runDue();

    assertThat(carriedOut()).containsExactly("a", "a", "b");
    assertSettled("done", "done");
  }

  @Test
  void another_lane_and_another_conversation_do_not_wait() {
    handler.answer(LATER);
    add(sms("a"), sms("b"));
    add(effect(Lane.ERPNEXT, CONVERSATION, "c"));
    add(effect(Lane.TWILIO, UUID.randomUUID(), "d"), effect("e"));

    effects.runDue();

    assertThat(carriedOut()).startsWith("a").containsExactlyInAnyOrder("a", "c", "d", "e");
    assertThat(states()).containsExactly("waiting", "waiting", "done", "done", "done");
  }

  @Test
  void a_refused_or_parked_one_holds_up_nothing() {
    handler.answer(new Outcome.Refused("no", "never"));
    handler.answer(new Outcome.Unknown("time-out"));
    add(sms("a"), sms("b"), sms("c"));
    for (int i = 0; i < 6; i++) {
      effects.runDue();
      clock.advance(Duration.ofMinutes(10));
    }

    assertThat(carriedOut()).containsExactly("a", "b", "c");
    assertSettled("refused", "parked", "done");
  }

  @Test
  void an_expired_one_holds_up_nothing() {
    handler.answer(LATER);
    add(sms("a").expiring(clock.instant().plusSeconds(1)), sms("b"));

    effects.runDue();
    clock.advance(Duration.ofSeconds(2));
    effects.runDue();

    assertThat(carriedOut()).containsExactly("a", "b");
    assertSettled("expired", "done");
  }

  /** Nothing is lost if the process dies between settling one and waking the next. */
  @Test
  void one_that_nobody_wakes_is_looked_at_by_itself() {
    add(sms("a"), sms("b"));
    change("update effect set state = 'done' where number = 1");
    change("delete from scheduled_tasks where execution_time < '2026-03-02 14:30:00Z'");

    effects.runDue();
    assertThat(carriedOut()).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    effects.runDue();

    assertThat(carriedOut()).containsExactly("b");
  }

  private static NewEffect sms(final String name) {
    return effect(Lane.TWILIO, CONVERSATION, name);
  }
}
