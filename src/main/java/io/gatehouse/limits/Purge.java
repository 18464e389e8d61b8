package io.gatehouse.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Forgets buckets that are full again, and decisions of long ago. */
@Singleton
class Purge {

  private final BucketRepository buckets;
  private final LogRepository log;
  private final LimitSettings settings;
  private final Clock clock;

  Purge(
      final BucketRepository buckets,
      final LogRepository log,
      final LimitSettings settings,
      final Clock clock) {
    this.buckets = buckets;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  void run() {
    final Instant now = clock.instant();
    buckets.purge(now);
    log.purge(now.minus(settings.keep()));
  }

  @Factory
  static final class Hourly {

    @Singleton
    RecurringTask<Void> limitsPurge(final Purge purge) {
      return Tasks.recurring("limits-purge", FixedDelay.ofHours(1))
          .execute((instance, context) -> purge.run());
    }
  }
}
