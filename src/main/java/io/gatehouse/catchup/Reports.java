package io.gatehouse.catchup;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.SiteAlarms;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells the owner what comparing brought to light. Joins the running transaction. */
@Singleton
final class Reports {

  /** One lost webhook is bad luck; so many without a single one heard between are none. */
  static final long MISSED = 3;

  private static final Duration DAY = Duration.ofDays(1);
  private static final String WORK = "catchup";

  private final SyncRepository syncs;
  private final SiteAlarms alarms;
  private final Inbox inbox;
  private final Clock clock;

  Reports(
      final SyncRepository syncs, final SiteAlarms alarms, final Inbox inbox, final Clock clock) {
    this.syncs = syncs;
    this.alarms = alarms;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * How many were found, once a day; and that webhooks are silent, once until they are heard.
   *
   * @param heard whether webhooks are heard
   */
  void tell(final OrganizationId organization, final boolean heard) {
    final Instant now = clock.instant();
    final var untold = syncs.untold(organization.value(), now, now.minus(DAY));
    if (untold != null) {
      final String count = Long.toString(untold.foundUntold());
      post(organization, "erpnext_recovered", Map.of("count", count));
    }
    if (!heard && syncs.silent(organization.value(), now, MISSED) > 0) {
      post(organization, "erpnext_silent", Map.of());
    }
  }

  /** Somebody has to set something right before the lists can be read. */
  void stopped(final OrganizationId organization, final Outcome.Stopped stopped) {
    alarms.tell(organization, WORK, stopped);
  }

  /** They could be read. */
  void over(final OrganizationId organization) {
    alarms.over(organization, WORK);
  }

  private void post(
      final OrganizationId organization, final String kind, final Map<String, String> facts) {
    inbox.post(List.of(new NewNotice(organization, kind, null, null, facts)));
  }
}
