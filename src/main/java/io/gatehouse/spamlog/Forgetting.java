package io.gatehouse.spamlog;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Forgets what was given once its time has come; the row, its score and reasons stay (B36). */
@Singleton
class Forgetting {

  private final SpamRepository rows;
  private final Clock clock;

  Forgetting(final SpamRepository rows, final Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Transactional
  void run() {
    rows.forget(clock.instant());
  }

  @Factory
  static final class Hourly {

    @Singleton
    RecurringTask<Void> spamForgetting(final Forgetting forgetting) {
      return Tasks.recurring("spam-forgetting", FixedDelay.ofHours(1))
          .execute((instance, context) -> forgetting.run());
    }
  }
}
