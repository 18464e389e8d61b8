package io.gatehouse.effects;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The ledger on PostgreSQL: an effect and its place in db-scheduler's queue are rows of the
 * caller's transaction, two round trips however many effects there are. A crash before the commit
 * leaves neither, one after it loses only the wake, and the queue is looked at within a second
 * anyway.
 */
@Singleton
class ScheduledLedger implements EffectLedger {

  private final EffectRepository effects;
  private final SchedulerClient queue;
  private final TransactionOperations<Connection> transactions;
  private final Workers workers;
  private final EffectSettings settings;
  private final Clock clock;
  private final Ids ids;

  ScheduledLedger(
      final EffectRepository effects,
      final DataSource database,
      final TransactionOperations<Connection> transactions,
      final Workers workers,
      final EffectSettings settings,
      final Clock clock) {
    this.effects = effects;
    // The injected data source is the one that hands out the running transaction's connection;
    // finding out the kind of database by itself would ask for a connection at start.
    this.queue =
        SchedulerClient.Builder.create(database)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .build();
    this.transactions = transactions;
    this.workers = workers;
    this.settings = settings;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(final List<NewEffect> added) {
    if (added.isEmpty()) {
      return;
    }
    final Instant now = clock.instant();
    final List<EffectRow> rows =
        added.stream().map(effect -> EffectRow.of(ids.next(), effect, now)).toList();
    effects.insert(rows);
    queue.scheduleBatch(places(rows, now));
    wakeAfterCommit();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void repeat(final UUID effect, final Map<String, String> more, final Instant notBefore) {
    final EffectRow row = effects.find(effect).orElseThrow();
    final Map<String, String> payload = new HashMap<>(row.payload());
    payload.putAll(more);
    final Effect first = row.effect();
    add(
        List.of(
            new NewEffect(
                first.organization(),
                first.lane(),
                first.kind(),
                null,
                first.event(),
                payload,
                row.expiresAt(),
                notBefore)));
  }

  @Override
  @Transactional
  public void lookInto(final UUID effect) {
    final EffectRow parked =
        effects.wakeUnknown(effect, clock.instant()) > 0 ? null : effects.takeUp(effect);
    if (parked != null) {
      queue.scheduleBatch(List.of(instance(parked)), clock.instant());
    }
    wakeAfterCommit();
  }

  /**
   * Sends all parked effects round again that stopped with one code.
   *
   * @return how many
   */
  @Transactional
  int retryAll(final OrganizationId organization, final String code, final String reason) {
    final List<EffectRow> rows =
        effects.requeueAll(organization.value(), code, reason).stream()
            .sorted(Comparator.comparingLong(EffectRow::number))
            .toList();
    if (!rows.isEmpty()) {
      queue.scheduleBatch(places(rows, clock.instant()));
      wakeAfterCommit();
    }
    return rows.size();
  }

  /**
   * Sends a parked effect round again.
   *
   * @return its reference
   * @throws Problem 404 when the organization has no such effect, 409 when it is not parked
   */
  @Transactional
  String retry(final OrganizationId organization, final UUID id, final String reason) {
    final EffectRow row = effects.requeue(id, organization.value(), reason);
    if (row == null) {
      throw notParked(organization, id);
    }
    queue.scheduleBatch(List.of(instance(row)), clock.instant());
    wakeAfterCommit();
    return row.reference();
  }

  private Problem notParked(final OrganizationId organization, final UUID id) {
    return effects
        .findOwn(id, organization.value())
        .map(
            row ->
                Problem.conflict("effect_not_parked", "Only a parked effect can be sent again.")
                    .with("state", row.state()))
        .orElseGet(() -> Problem.notFound("effect_unknown", "There is no such effect."));
  }

  /**
   * One after the other by microseconds, so that they are begun in order. What stands behind
   * another of the same conversation and lane waits to be woken instead of trying in vain.
   */
  private List<SchedulableInstance<?>> places(final List<EffectRow> rows, final Instant now) {
    final List<SchedulableInstance<?>> places = new ArrayList<>();
    final Set<String> led = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      final EffectRow row = rows.get(i);
      final boolean first =
          row.conversationId() == null || led.add(row.lane() + ' ' + row.conversationId());
      final Instant due = due(row, now.minusNanos(1000L * (rows.size() - i)));
      places.add(SchedulableInstance.of(instance(row), first ? due : due.plus(settings.hold())));
    }
    return places;
  }

  private static Instant due(final EffectRow row, final Instant turn) {
    final Instant notBefore = row.notBefore();
    return notBefore == null || notBefore.isBefore(turn) ? turn : notBefore;
  }

  private static TaskInstance<Void> instance(final EffectRow row) {
    return new TaskInstance<>(row.laneOf().task(), row.id().toString());
  }

  private void wakeAfterCommit() {
    transactions
        .findTransactionStatus()
        .orElseThrow()
        .registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCommit() {
                workers.wake();
              }
            });
  }
}
