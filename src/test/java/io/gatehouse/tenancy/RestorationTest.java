package io.gatehouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Suspensions that end by themselves (S2.15). */
@NullUnmarked
class RestorationTest extends TenantTest {

  @Inject List<RecurringTask<?>> tasks;

  @Test
  void b27_an_expired_suspension_is_ended_by_the_clock_and_recorded_once() {
    suspend();
    clock.advance(Duration.ofDays(3).minusSeconds(1));
    endings();
    assertThat(standing()).isEqualTo("suspended");
    clock.advance(Duration.ofSeconds(1));
    endings();
    endings();
    assertThat(standing()).isEqualTo("active");
    assertThat(done()).containsExactly("suspended suspended", "restored active");
    assertThat(tables.one("select reason from organization_moderation where action = 'restored'"))
        .isEqualTo("The suspension came to its end.");
    assertThat(
            tables.strings(
                "select action || ' by ' || actor from audit_entry"
                    + " where organization_id = 'acme' order by id"))
        .containsExactly(
            "organization.suspended by test operator", "organization.restored by gatehouse");
    assertThat(notices("acme")).containsExactly("organization_suspended", "organization_restored");
  }

  @Test
  void b27_instances_that_look_at_once_restore_once() {
    suspend();
    daysPass(3);
    final var ended = tenures.ended();
    assertThat(ended).containsExactly(ACME);
    atOnce(
        8,
        i -> {
          ended.forEach(ending::record);
          return i;
        });
    assertThat(done()).containsExactly("suspended suspended", "restored active");
  }

  @Test
  void b27_a_task_of_the_cluster_looks_every_minute() {
    assertThat(tasks).extracting(RecurringTask::getName).contains("organization-restoration");
  }

  @Test
  void b28_an_extended_suspension_ends_at_its_new_end_only_and_then_does() {
    suspend();
    daysPass(2);
    assertDone(order("suspend", "{\"days\":14,\"reason\":\"went on from another name\"}"));
    daysPass(2);
    endings();
    assertThat(standing()).isEqualTo("suspended");
    assertThat(done()).containsExactly("suspended suspended", "extended suspended");
    daysPass(12);
    endings();
    assertThat(done())
        .containsExactly("suspended suspended", "extended suspended", "restored active");
  }

  @Test
  void b28_a_suspension_without_end_given_later_never_ends_by_itself() {
    suspend();
    assertDone(order("suspend", "{\"reason\":\"for good\"}"));
    daysPass(4000);
    endings();
    assertThat(done()).containsExactly("suspended suspended", "extended suspended");
  }

  @Test
  void b29_a_later_record_neither_stops_the_end_nor_makes_it_recorded_twice() {
    suspend();
    daysPass(1);
    flag();
    daysPass(2);
    endings();
    daysPass(1);
    endings();
    assertThat(done())
        .containsExactly("suspended suspended", "flagged suspended", "restored flagged");
  }

  @Test
  void b30_what_was_flagged_meanwhile_stays_flagged() {
    suspend();
    flag();
    assertThat(standing()).as("a flag is no end").isEqualTo("suspended");
    daysPass(3);
    endings();
    assertThat(standing()).isEqualTo("flagged");
    restore();
    flag();
    daysPass(30);
    endings();
    assertThat(standing()).as("no suspension is left to end").isEqualTo("flagged");
  }

  @Test
  void an_end_that_nobody_recorded_is_recorded_before_anything_else_is_done() {
    suspend();
    daysPass(3);
    assertThat(order("suspend", THREE_DAYS).statusCode()).isEqualTo(412);
    endings();
    suspend();
    assertThat(done())
        .containsExactly("suspended suspended", "restored active", "suspended suspended");
  }
}
