package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When an effect's turn comes, and what stops it for good or for now. */
class TurnTest extends EffectsTest {

  private static final Outcome STOPPED = new Outcome.Stopped("20003", "mend the token");

  @Test
  void waiting_for_a_turn_costs_no_attempt_and_is_remembered() {
    handler.answer(new Outcome.Wait("pace", "one after the other", in(30)));
    add(effect("a"));
    effects.runDue();
    assertThat(states()).containsExactly("waiting");
    clock.advance(Duration.ofSeconds(29));
    effects.runDue();
    assertThat(handler.carriedOut).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    effects.runDue();
    assertThat(handler.carriedOut).extracting(Effect::attempt).containsExactly(1, 1);
    assertThat(handler.carriedOut).extracting(Effect::last).containsExactly(null, "pace");
    assertSettled("done");
    assertThat(undone.told).isEmpty();
  }

  @Test
  void who_waits_is_not_woken_before_its_turn_and_keeps_its_place() {
    handler.answer(new Outcome.Wait("pace", "one after the other", in(30)));
    add(effect(Lane.TWILIO, CONVERSATION, "a"), effect(Lane.TWILIO, CONVERSATION, "b"));
    for (int second = 0; second < 30; second++) {
      effects.runDue();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(carriedOut()).containsExactly("a");
    effects.runDue();
    assertThat(carriedOut()).containsExactly("a", "a", "b");
  }

  @Test
  void a_thousand_turns_are_no_thousand_attempts() {
    for (int i = 0; i < 50; i++) {
      handler.answer(new Outcome.Wait("pace", "one after the other", in(i + 1)));
    }
    add(effect("a"));
    for (int second = 0; second < 52; second++) {
      effects.runDue();
      clock.advance(Duration.ofSeconds(1));
    }
    assertSettled("done");
  }

  @Test
  void what_is_ordered_for_later_is_not_begun_earlier() {
    add(effect("a").notBefore(in(60)));
    effects.runDue();
    clock.advance(Duration.ofSeconds(59));
    effects.runDue();
    assertThat(handler.carriedOut).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    effects.runDue();
    assertSettled("done");
  }

  @Test
  void what_somebody_must_mend_is_parked_at_once() {
    handler.answer(STOPPED);
    add(effect("a"));
    effects.runDue();
    assertSettled("parked");
    assertThat(column("select outcome_code || ' ' || outcome_reason from effect"))
        .containsExactly("20003 mend the token");
    assertThat(handler.settled).containsExactly(STOPPED);
    assertThat(undone.told).containsExactly(Effect.State.PARKED);
  }

  @Test
  void what_came_to_nothing_is_done_once_more_without_a_place_in_the_order() {
    add(effect(Lane.TWILIO, CONVERSATION, "a"));
    effects.runDue();
    final UUID first = handler.carriedOut.getFirst().id();
    transactions.executeWrite(
        transaction -> {
          ledger.repeat(first, Map.of("resend", "1"), in(60));
          return first;
        });
    effects.runDue();
    assertThat(handler.carriedOut).hasSize(1);
    clock.advance(Duration.ofSeconds(60));
    effects.runDue();
    final Effect second = handler.carriedOut.getLast();
    assertThat(second.id()).isNotEqualTo(first);
    assertThat(second.conversation()).isNull();
    assertThat(second.payload()).isEqualTo(Map.of("name", "a", "resend", "1"));
  }

  @Test
  void what_came_to_light_is_looked_into_at_once() {
    handler.answer(new Outcome.Unknown("time-out")).find(new Outcome.Done("SM1"));
    add(effect("a"));
    effects.runDue();
    ledger.lookInto(handler.carriedOut.getFirst().id());
    effects.runDue();
    assertSettled("done");
    ledger.lookInto(handler.carriedOut.getFirst().id());
    ledger.lookInto(UUID.randomUUID());
    effects.runDue();
    assertThat(handler.reconciled).hasSize(1);
  }

  @Test
  void what_was_given_up_as_unknown_is_looked_into_again_and_nothing_else_is() {
    handler.answer(new Outcome.Unknown("time-out")).answer(STOPPED);
    add(effect("a"));
    add(effect("b"));
    for (int i = 0; i < 6; i++) {
      effects.runDue();
      clock.advance(Duration.ofMinutes(10));
    }
    assertSettled("parked", "parked");
    handler.find(new Outcome.Done("SM1"));
    handler.carriedOut.forEach(effect -> ledger.lookInto(effect.id()));
    effects.runDue();
    assertSettled("done", "parked");
    assertThat(handler.carriedOut).hasSize(2);
  }

  private Instant in(final int seconds) {
    return clock.instant().plusSeconds(seconds);
  }
}
