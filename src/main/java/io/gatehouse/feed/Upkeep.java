package io.gatehouse.feed;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets old entries, also those that an outlet has not taken in all that time, and notices when
 * the database is another server's than the one its entries were written on.
 */
@Singleton
class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private static final int BATCH = 5_000;

  private final EntryRepository entries;
  private final Duration keep;
  private final Clock clock;

  /**
   * @param keep how long an entry can be read
   */
  Upkeep(
      final EntryRepository entries,
      @Value("${gatehouse.feed.keep:30d}") final Duration keep,
      final Clock clock) {
    this.entries = entries;
    this.keep = keep;
    this.clock = clock;
  }

  @EventListener
  void onServerStart(final ServerStartupEvent event) {
    run();
  }

  void run() {
    if (entries.beginEra(clock.instant()) > 0) {
      LOG.warn("the feed goes on in a restored database; outlets may hear of some entries again");
    }
    int gone = BATCH;
    while (gone == BATCH) {
      gone = entries.forget(clock.instant().minus(keep), BATCH);
    }
  }

  @Factory
  static final class Hourly {

    @Singleton
    RecurringTask<Void> feedUpkeep(final Upkeep upkeep) {
      return Tasks.recurring("feed-upkeep", FixedDelay.ofHours(1))
          .execute((instance, context) -> upkeep.run());
    }
  }
}
