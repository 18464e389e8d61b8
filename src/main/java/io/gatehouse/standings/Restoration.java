package io.gatehouse.standings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Looks every minute, once per cluster, which suspensions have ended (S2.15). Messages go on from
 * the very end; this only says so.
 */
@Factory
final class Restoration {

  private static final Duration PACE = Duration.ofMinutes(1);

  @Singleton
  RecurringTask<Void> restoration(final Standings standings) {
    return Tasks.recurring("pair-restoration", FixedDelay.of(PACE))
        .execute((instance, context) -> standings.restoreEnded());
  }
}
