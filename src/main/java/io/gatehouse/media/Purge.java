package io.gatehouse.media;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets the bytes of files that nobody needs any more. */
@Singleton
class Purge {

  /** A delivered file may have to be sent again within a day. */
  private static final Duration AFTER_DELIVERY = Duration.ofDays(1);

  /** Long enough for any owner to decide. */
  private static final Duration IN_ANY_CASE = Duration.ofDays(30);

  private final MediaRepository items;
  private final LinkRepository links;
  private final Clock clock;

  Purge(final MediaRepository items, final LinkRepository links, final Clock clock) {
    this.items = items;
    this.links = links;
    this.clock = clock;
  }

  @Transactional
  void run() {
    final Instant now = clock.instant();
    items.purge(now.minus(IN_ANY_CASE), now.minus(AFTER_DELIVERY));
    links.purge(now);
  }

  @Factory
  static final class Hourly {

    @Singleton
    RecurringTask<Void> purge(final Purge purge) {
      return Tasks.recurring("media-purge", FixedDelay.ofHours(1))
          .execute((instance, context) -> purge.run());
    }
  }
}
