package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrashTest extends EffectsTest {

  /** As a process leaves it that dies between carrying out and recording. */
  private void dieWhileCarryingOut() {
    change(
        "update effect set state = 'running', attempts = 1, version = 2;"
            + " update scheduled_tasks set picked = true, picked_by = 'dead',"
            + " last_heartbeat = timestamptz '2026-03-02 14:30:00Z'");
  }

  @Test
  void what_was_begun_before_a_crash_is_reconciled_and_not_carried_out_again() {
    handler.find(new Outcome.Done("SM1"));
    add(effect("a"));
    dieWhileCarryingOut();

    clock.advance(Duration.ofMinutes(31));
    effects.reviveDead();
    effects.runDue();

    assertThat(handler.carriedOut).isEmpty();
    assertThat(handler.reconciled).hasSize(1);
    assertThat(column("select provider_id from effect")).containsExactly("SM1");
    assertSettled("done");
  }

  @Test
  void what_a_living_process_has_under_way_is_left_to_it() {
    add(effect("a"));
    dieWhileCarryingOut();

    effects.reviveDead();
    effects.runDue();

    assertThat(handler.reconciled).isEmpty();
    assertThat(states()).containsExactly("running");
  }

  @Test
  void what_was_taken_but_not_begun_before_a_crash_is_carried_out() {
    add(effect("a"));
    dieWhileCarryingOut();
    change("update effect set state = 'waiting', attempts = 0, version = 1");

    clock.advance(Duration.ofMinutes(31));
    effects.reviveDead();
    effects.runDue();

    assertThat(carriedOut()).containsExactly("a");
    assertSettled("done");
  }

  @Test
  void what_was_settled_before_a_crash_only_leaves_the_queue() {
    add(effect("a"));
    dieWhileCarryingOut();
    change("update effect set state = 'done'");

    clock.advance(Duration.ofMinutes(31));
    effects.reviveDead();
    effects.runDue();

    assertThat(handler.carriedOut).isEmpty();
    assertThat(handler.reconciled).isEmpty();
    assertSettled("done");
  }

  @Test
  void a_failure_in_settling_undoes_the_recording_and_the_effect_is_reconciled() {
    handler.failSettling(1, new IllegalStateException("not now"));
    handler.find(new Outcome.Done("SM1"));
    add(effect("a"));

    effects.runDue();
    assertThat(states()).containsExactly("running");
    assertThat(column("select settled_at from effect")).containsOnlyNulls();
    clock.advance(Duration.ofMinutes(10));
    effects.runDue();

    assertThat(handler.carriedOut).hasSize(1);
    assertThat(handler.reconciled).hasSize(1);
    assertThat(handler.settled).hasSize(1);
    assertSettled("done");
  }

  @Test
  void a_known_outcome_survives_a_pool_that_is_busy_for_a_moment() {
    handler.failSettling(4, new CannotGetJdbcConnectionException("busy"));
    add(effect("a"));

    effects.runDue();

    assertThat(handler.carriedOut).hasSize(1);
    assertThat(handler.reconciled).isEmpty();
    assertSettled("done");
  }

  @Test
  void who_lost_the_lease_records_nothing() {
    handler.answer(
        effect -> {
          change("update effect set version = version + 1");
          return new Outcome.Done("late");
        });
    add(effect("a"));

    effects.runDue();

    assertThat(states()).containsExactly("running");
    assertThat(handler.settled).isEmpty();
  }
}
