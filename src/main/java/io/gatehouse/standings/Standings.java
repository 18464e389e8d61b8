package io.gatehouse.standings;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.Settings;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes how pairs stand, inside the running transaction, with audit and notice. */
@Singleton
class Standings {

  /** Who acted where no person did. */
  static final String GATEHOUSE = "gatehouse";

  private final StandingRepository standings;
  private final Suspensions suspensions;
  private final Inbox inbox;
  private final Chronicle chronicle;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Standings(
      final StandingRepository standings,
      final Suspensions suspensions,
      final Inbox inbox,
      final Chronicle chronicle,
      final TransactionOperations<Connection> transactions,
      final Clock clock) {
    this.standings = standings;
    this.suspensions = suspensions;
    this.inbox = inbox;
    this.chronicle = chronicle;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Puts a pair under review, and suspends it where the settings say so, for one more strike. */
  void struck(final UUID pair, final MessageEvent event, final Settings.Strikes rule) {
    final int count = event.verdict().flagCount();
    final boolean suspend = rule.suspendAt() > 0 && count >= rule.suspendAt();
    final boolean suspended =
        suspend && suspend(pair, event, clock.instant().plus(rule.suspendFor()));
    if (count >= rule.escalateAt()) {
      review(pair, event, !suspended);
    }
  }

  private void review(final UUID pair, final MessageEvent event, final boolean tell) {
    final OrganizationId organization = event.origin().organization();
    if (standings.review(pair, organization.value(), GATEHOUSE, clock.instant()) == null) {
      return;
    }
    record(organization, "pair.under_review", pair, Map.of("event", event.id().toString()));
    if (tell) {
      tell("pair_review", event, Map.of("count", count(event)));
    }
  }

  /** A suspension that stands already is the owner's, or was told. */
  private boolean suspend(final UUID pair, final MessageEvent event, final Instant until) {
    final OrganizationId organization = event.origin().organization();
    final Instant now = clock.instant();
    if (standings
        .hold(organization.value(), pair)
        .filter(standing -> standing.suspendedAt(now))
        .isPresent()) {
      return false;
    }
    standings.suspend(pair, organization.value(), until, GATEHOUSE, null, now);
    changed(organization);
    record(
        organization,
        "pair.suspended",
        pair,
        Map.of("event", event.id().toString(), "until", until.toString()));
    tell("pair_suspended", event, Map.of("count", count(event), "until", shown(until)));
    return true;
  }

  /** Records the suspensions that have ended and tells their owners; each once. */
  @Transactional
  public void restoreEnded() {
    for (final PairStanding ended : standings.restore(GATEHOUSE, clock.instant())) {
      record(ended.organization(), "pair.restored", ended.pairId(), Map.of());
      inbox.post(
          List.of(new NewNotice(ended.organization(), "pair_restored", null, null, Map.of())));
      changed(ended.organization());
    }
  }

  /** Messages are let wait, or go, from the commit on. */
  void changed(final OrganizationId organization) {
    transactions
        .findTransactionStatus()
        .orElseThrow()
        .registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCommit() {
                suspensions.changed(organization);
              }
            });
  }

  void tell(final String kind, final MessageEvent event, final Map<String, String> facts) {
    inbox.post(
        List.of(
            new NewNotice(
                event.origin().organization(), kind, event.conversation(), event.id(), facts)));
  }

  private void record(
      final OrganizationId organization,
      final String action,
      final UUID pair,
      final Map<String, String> details) {
    record(organization, GATEHOUSE, action, pair, null, details);
  }

  void record(
      final OrganizationId organization,
      final String by,
      final String action,
      final UUID pair,
      final @Nullable String reason,
      final Map<String, String> details) {
    chronicle.record(organization, by, action, pair, reason, details);
  }

  private static String count(final MessageEvent event) {
    return Integer.toString(event.verdict().flagCount());
  }

  private static String shown(final Instant until) {
    return until.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
