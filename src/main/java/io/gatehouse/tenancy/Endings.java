package io.gatehouse.tenancy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Tenures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute, once per cluster, which suspensions have ended (S2.15). Messages go on from
 * the very end; this only says so.
 */
@Factory
final class Endings {

  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
  private static final Duration PACE = Duration.ofMinutes(1);

  @Singleton
  RecurringTask<Void> organizationRestoration(final Tenures tenures, final Ending ending) {
    return Tasks.recurring("organization-restoration", FixedDelay.of(PACE))
        .execute((instance, context) -> tenures.ended().forEach(ended -> record(ended, ending)));
  }

  /** One that cannot be recorded keeps no other waiting, and is tried again. */
  private static void record(final OrganizationId ended, final Ending ending) {
    try {
      ending.record(ended);
    } catch (final RuntimeException failed) {
      LOG.warn("the end of the suspension of {} is not recorded: {}", ended, failed.getClass());
    }
  }
}
