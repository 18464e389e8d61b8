package io.gatehouse.digest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks every minute, once per cluster, whose digest is due. */
@Factory
final class DigestTask {

  private static final Duration PACE = Duration.ofMinutes(1);

  @Singleton
  RecurringTask<Void> digests(final Digests digests) {
    return Tasks.recurring("digests", FixedDelay.of(PACE))
        .execute((instance, context) -> digests.orderDue());
  }
}
