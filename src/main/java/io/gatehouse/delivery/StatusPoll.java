package io.gatehouse.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks what became of messages that nobody told us of: callbacks get lost. */
@Singleton
public class StatusPoll {

  private static final int MOST = 200;

  private final DeliveryRepository deliveries;
  private final SmsArchive archive;
  private final Reports reports;
  private final DeliverySettings settings;
  private final Clock clock;

  StatusPoll(
      final DeliveryRepository deliveries,
      final SmsArchive archive,
      final Reports reports,
      final DeliverySettings settings,
      final Clock clock) {
    this.deliveries = deliveries;
    this.archive = archive;
    this.reports = reports;
    this.settings = settings;
    this.clock = clock;
  }

  /** Asks for those it is time for; what could not be asked is asked for soon again. */
  public void look() {
    deliveries.toLookAt(clock.instant(), MOST).forEach(this::look);
  }

  private void look(final Delivery delivery) {
    final Optional<Sighting> sighting =
        archive.fetch(delivery.organization(), String.valueOf(delivery.sid()));
    // Before the report: one that cannot be taken in must not stand at the head for ever.
    deliveries.looked(
        delivery.effectId(),
        next(delivery, sighting.isPresent() ? settings.again() : settings.silence()));
    sighting
        .flatMap(StatusPoll::report)
        .ifPresent(report -> reports.take(delivery.organization(), report));
  }

  private static Optional<StatusReport> report(final Sighting sighting) {
    return SmsStatus.of(sighting.status())
        .map(
            status ->
                new StatusReport(Optional.empty(), sighting.sid(), status, sighting.errorCode()));
  }

  private @Nullable Instant next(final Delivery delivery, final Duration pause) {
    final Instant next = clock.instant().plus(pause);
    final Instant sent = delivery.attemptedAt();
    return sent == null || next.isAfter(sent.plus(settings.enough())) ? null : next;
  }

  @Factory
  static final class Schedule {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Asked for when it runs: the queue's own beans are not made yet. */
    @Singleton
    RecurringTask<Void> statusPoll(final Provider<StatusPoll> poll) {
      return Tasks.recurring("sms-status", FixedDelay.of(PERIOD))
          .execute((instance, context) -> poll.get().look());
    }
  }
}
