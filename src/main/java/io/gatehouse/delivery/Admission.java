package io.gatehouse.delivery;

import io.gatehouse.base.Segments;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.pace.Pace;
import io.gatehouse.relay.SmsMessage;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a message through now, gives it a turn later, or stops it. */
@Singleton
class Admission {

  /** A turn was promised; who comes back with this takes none again. */
  static final String PACE = "pace";

  static final String CEILING = "ceiling";

  private final DeliveryRepository deliveries;
  private final Pace pace;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Admission(
      final DeliveryRepository deliveries,
      final Pace pace,
      final TransactionOperations<Connection> transactions,
      final Clock clock) {
    this.deliveries = deliveries;
    this.pace = pace;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @return empty when the message may be sent at this moment, which is written down then
   */
  Optional<Outcome> admit(final SmsMessage message) {
    return transactions.executeWrite(transaction -> admit(message, transaction));
  }

  private Optional<Outcome> admit(
      final SmsMessage message, final TransactionStatus<Connection> transaction) {
    final Segments segments = Segments.of(message.body());
    final Instant turn = turn(message, segments.count());
    // Only then: a free turn begins at the instant it is asked for, and time goes on meanwhile.
    final Instant now = clock.instant();
    final boolean due = message.urgent() || !turn.isAfter(now);
    if (plan(message, segments, due ? now : null)
        && !pace.count(message.effect().organization(), message.to())) {
      transaction.setRollbackOnly();
      return Optional.of(
          new Outcome.Stopped(CEILING, "The most messages that may be sent in a day are sent."));
    }
    return due
        ? Optional.empty()
        : Optional.of(new Outcome.Wait(PACE, "Earlier messages leave by this number.", turn));
  }

  private Instant turn(final SmsMessage message, final int segments) {
    return PACE.equals(message.effect().last())
        ? clock.instant()
        : pace.turn(message.effect().organization(), message.from(), segments);
  }

  private boolean plan(
      final SmsMessage message, final Segments segments, final @Nullable Instant attemptAt) {
    final Effect effect = message.effect();
    return deliveries.plan(
        effect.id(),
        effect.organization().value(),
        effect.event(),
        message.carries(),
        message.from(),
        message.to(),
        Resends.before(effect),
        segments.encoding().name().toLowerCase(Locale.ROOT),
        segments.count(),
        attemptAt,
        clock.instant());
  }
}
