package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tasks that no message triggers, in the background, as in production. */
class RecurringTest {

  private static final int PATIENCE = 30;

  @Test
  void a_recurring_task_is_run_again_and_again() throws InterruptedException {
    final CountDownLatch twice = new CountDownLatch(2);
    try (ApplicationContext beans =
        ApplicationContext.builder("test")
            .properties(
                Map.of(
                    "test.clock", "machine",
                    "test.recurring", "yes",
                    "gatehouse.effects.recurring", "true",
                    "gatehouse.effects.poll", "50ms"))
            .singletons(twice)
            .start()) {
      beans.getBean(Tables.class).clear();
      beans.getBean(Workers.class).start();

      final boolean ran = Provider.in(twice, PATIENCE);

      final List<String> queue =
          beans
              .getBean(Tables.class)
              .strings(
                  "select concat_ws(' ', task_name, picked, execution_time, last_success,"
                      + " last_failure, now()) from scheduled_tasks order by 1");
      assertThat(ran).as(queue.toString()).isTrue();
    }
  }

  /** Runs every few milliseconds. */
  @Factory
  @Requires(property = "test.recurring")
  static final class Busy {

    @Singleton
    RecurringTask<Void> busy(final CountDownLatch latch) {
      return Tasks.recurring("test-busy", FixedDelay.of(Duration.ofMillis(10)))
          .execute((instance, context) -> latch.countDown());
    }
  }
}
