package io.gatehouse.tenancy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Tenure;
import io.gatehouse.organization.Texts;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Who hears that an organization stands in another way, and in which words it is written down. */
@Singleton
class Tidings {

  private final Inbox inbox;
  private final Texts texts;
  private final SettingsBook settings;
  private final SuspendedOrganizations suspended;
  private final TransactionOperations<Connection> transactions;

  Tidings(
      final Inbox inbox,
      final Texts texts,
      final SettingsBook settings,
      final SuspendedOrganizations suspended,
      final TransactionOperations<Connection> transactions) {
    this.inbox = inbox;
    this.texts = texts;
    this.settings = settings;
    this.suspended = suspended;
    this.transactions = transactions;
  }

  /** Tells its owner, from the commit on, why messages wait or go again. A flag is not told. */
  void changed(final OrganizationId organization, final Action action, final Tenure after) {
    switch (action) {
      case SUSPENDED, EXTENDED, SHORTENED ->
          post(organization, "organization_suspended", until(after));
      case RESTORED -> post(organization, "organization_restored", Map.of());
      case FLAGGED -> {}
    }
    afterCommit(() -> suspended.changed(organization));
  }

  /** Tells the operator, who has the inbox of the first organization. */
  void flagged(final OrganizationId organization) {
    post(
        OrganizationId.DEFAULT,
        "organization_flagged",
        Map.of("organization", organization.value()));
  }

  /** Why a suspension ended that nobody lifted, in the operator's language (S2.15). */
  String restored() {
    return text("standing.restored");
  }

  /** Why an organization was flagged that nobody looked at (S2.14). */
  String autoFlagged() {
    return text("standing.flagged");
  }

  private String text(final String key) {
    return texts.render(settings.current(OrganizationId.DEFAULT), key, "", Map.of());
  }

  private static Map<String, String> until(final Tenure after) {
    return after.until() == null
        ? Map.of()
        : Map.of("until", after.until().truncatedTo(ChronoUnit.MINUTES).toString());
  }

  private void post(
      final OrganizationId organization, final String kind, final Map<String, String> facts) {
    inbox.post(List.of(new NewNotice(organization, kind, null, null, facts)));
  }

  private void afterCommit(final Runnable task) {
    transactions
        .findTransactionStatus()
        .orElseThrow()
        .registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCommit() {
                task.run();
              }
            });
  }
}
