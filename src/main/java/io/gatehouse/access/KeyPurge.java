package io.gatehouse.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Forgets keys that have expired, once per cluster and hour. */
@Factory
final class KeyPurge {

  @Singleton
  RecurringTask<Void> expiredKeys(final ParticipantKeys keys) {
    return Tasks.recurring("expired-keys", FixedDelay.ofHours(1))
        .execute((instance, context) -> keys.purge());
  }
}
