package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effect.State;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest extends EffectsTest {

  private static final Outcome LATER = new Outcome.Later("busy", "try again", null);
  private static final Outcome UNKNOWN = new Outcome.Unknown("time-out");

  @Test
  void a_refusal_is_final_and_told_to_the_owner() {
    handler.answer(new Outcome.Refused("21610", "unsubscribed"));
    add(effect("a"));

    effects.runDue();

    assertSettled("refused");
    assertThat(column("select outcome_code || ' ' || outcome_reason from effect"))
        .containsExactly("21610 unsubscribed");
    assertThat(undone.told).containsExactly(State.REFUSED);
    assertThat(handler.settled).hasSize(1);
  }

  @Test
  void what_nobody_carries_out_is_refused() {
    add(new NewEffect(OrganizationId.DEFAULT, Lane.ERPNEXT, "none", null, null, Map.of()));

    effects.runDue();

    assertSettled("refused");
    assertThat(column("select outcome_code from effect")).containsExactly("no_handler");
    assertThat(undone.told).containsExactly(State.REFUSED);
  }

  @Test
  void later_is_tried_again_after_a_growing_pause() {
    handler.answer(LATER).answer(LATER);
    add(effect("a"));

    effects.runDue();
    assertThat(states()).containsExactly("waiting");
    clock.advance(Duration.ofMillis(1599));
    effects.runDue();
    assertThat(handler.carriedOut).hasSize(1);
    clock.advance(Duration.ofMillis(402));
    effects.runDue();
    assertThat(handler.carriedOut).hasSize(2);
    clock.advance(Duration.ofMillis(3199));
    effects.runDue();
    assertThat(handler.carriedOut).hasSize(2);
    clock.advance(Duration.ofMillis(802));
    effects.runDue();

    assertThat(handler.carriedOut).extracting(Effect::attempt).containsExactly(1, 2, 3);
    assertSettled("done");
  }

  @Test
  void a_longer_pause_that_the_provider_asks_for_is_kept() {
    handler.answer(new Outcome.Later("429", "slow down", Duration.ofSeconds(90)));
    add(effect("a"));

    effects.runDue();
    clock.advance(Duration.ofSeconds(89));
    effects.runDue();
    assertThat(handler.carriedOut).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    effects.runDue();

    assertSettled("done");
  }

  @Test
  void after_twelve_tries_it_is_parked_and_the_owner_told() {
    for (int i = 0; i < 20; i++) {
      handler.answer(LATER);
    }
    add(effect("a"));
    for (int i = 0; i < 20; i++) {
      effects.runDue();
      clock.advance(Duration.ofMinutes(10));
    }

    assertThat(handler.carriedOut).hasSize(12);
    assertSettled("parked");
    assertThat(undone.told).containsExactly(State.PARKED);
    assertThat(handler.settled).containsExactly(LATER);
  }

  @Test
  void an_unknown_outcome_is_looked_into_and_never_carried_out_again() {
    handler.answer(UNKNOWN).find(UNKNOWN).find(new Outcome.Done("SM1"));
    add(effect("a"));

    effects.runDue();
    assertThat(states()).containsExactly("running");
    rest();
    assertThat(states()).containsExactly("running");
    rest();

    assertThat(handler.carriedOut).hasSize(1);
    assertThat(handler.reconciled).hasSize(2);
    assertSettled("done");
  }

  @Test
  void what_reconciling_shows_undone_is_carried_out_again() {
    handler.answer(UNKNOWN).find(LATER);
    add(effect("a"));

    effects.runDue();
    rest();
    rest();

    assertThat(handler.carriedOut).extracting(Effect::attempt).containsExactly(1, 2);
    assertSettled("done");
  }

  @Test
  void what_nobody_can_find_out_is_parked() {
    handler.answer(UNKNOWN);
    add(effect("a"));
    for (int i = 0; i < 6; i++) {
      effects.runDue();
      rest();
    }

    assertThat(handler.carriedOut).hasSize(1);
    assertThat(handler.reconciled).hasSize(3);
    assertSettled("parked");
    assertThat(undone.told).containsExactly(State.PARKED);
  }

  @Test
  void an_exception_counts_as_unknown() {
    handler
        .answer(
            effect -> {
              throw new IllegalStateException("secret text");
            })
        .find(new Outcome.Done("SM1"));
    add(effect("a"));

    effects.runDue();
    assertThat(column("select outcome_code || ' ' || outcome_reason from effect"))
        .containsExactly("unknown IllegalStateException");
    rest();

    assertThat(handler.carriedOut).hasSize(1);
    assertSettled("done");
  }

  @Test
  void what_is_late_is_not_begun() {
    add(effect("a").expiring(clock.instant().plusSeconds(60)));
    clock.advance(Duration.ofSeconds(60));

    effects.runDue();

    assertThat(handler.carriedOut).isEmpty();
    assertSettled("expired");
    assertThat(undone.told).containsExactly(State.EXPIRED);
  }

  private void rest() {
    clock.advance(Duration.ofMinutes(10));
    effects.runDue();
  }
}
