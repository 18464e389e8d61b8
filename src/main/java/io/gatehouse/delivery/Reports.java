package io.gatehouse.delivery;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.EffectLedger;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what a provider says about our messages: repeated, in any order, or about others'. */
@Singleton
public class Reports {

  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  private final DeliveryRepository deliveries;
  private final Aftermath aftermath;
  private final EffectLedger effects;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Reports(
      final DeliveryRepository deliveries,
      final Aftermath aftermath,
      final EffectLedger effects,
      final TransactionOperations<Connection> transactions,
      final Clock clock) {
    this.deliveries = deliveries;
    this.aftermath = aftermath;
    this.effects = effects;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Records a report and all that follows from it. A message of another organization is one nobody
   * knows. That somebody knows the name of an order proves that it was taken, so its effect is
   * looked into if its outcome was unknown.
   */
  public void take(final OrganizationId organization, final StatusReport report) {
    final Optional<UUID> proved =
        transactions.executeWrite(transaction -> record(organization, report));
    // In a transaction of its own: who settles an effect holds it first and its delivery next.
    proved.ifPresent(effects::lookInto);
  }

  private Optional<UUID> record(final OrganizationId organization, final StatusReport report) {
    final Optional<Delivery> known =
        deliveries.hold(organization.value(), report.order().orElse(null), report.sid());
    if (known.filter(delivery -> delivery.isAnother(report.sid())).isPresent()) {
      LOG.error("order {} was taken twice, also as {}", known.get().effectId(), report.sid());
      return Optional.empty();
    }
    known.ifPresent(delivery -> write(delivery, report));
    return known.filter(delivery -> delivery.acceptedAt() == null).map(Delivery::effectId);
  }

  private void write(final Delivery delivery, final StatusReport report) {
    final SmsStatus status = report.status();
    if (status.rank() <= delivery.rank()) {
      deliveries.proved(delivery.effectId(), report.sid());
      return;
    }
    deliveries.report(
        delivery.effectId(),
        report.sid(),
        status.wire(),
        status.rank(),
        report.errorCode().isEmpty() ? null : report.errorCode(),
        clock.instant());
    aftermath.of(delivery, report);
  }
}
