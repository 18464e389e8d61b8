package io.gatehouse.alerts;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.overrides.DeskWord;
import io.gatehouse.site.IssueFacts;
import io.gatehouse.site.IssueListener;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * What the site says of an alert's Issue. An alert that the desk ends resolves the attempts it has
 * shown; what the desk could not read of yet begins a new one. Our own closing comes back by
 * webhook like any other and finds nothing left to do.
 */
@Singleton
final class SiteWord implements IssueListener {

  /** Who resolved an attempt by closing its alert. */
  static final String ERPNEXT = "erpnext";

  private static final String REASON = "The Compliance Alert %s was closed.";

  private final Alerts alerts;
  private final DeskWord desk;

  SiteWord(final Alerts alerts, final DeskWord desk) {
    this.alerts = alerts;
    this.desk = desk;
  }

  @Override
  public void told(final OrganizationId organization, final IssueFacts issue) {
    if (issue.ended()) {
      ended(organization, issue.name());
    } else {
      alerts.openOnSite(organization, issue.name());
    }
  }

  void ended(final OrganizationId organization, final String issue) {
    for (final UUID event : alerts.endedOnSite(organization, issue, ERPNEXT)) {
      desk.settled(organization, event, ERPNEXT, REASON.formatted(issue));
    }
  }

  /** A deleted Issue says nothing about its messages: they stay open for the owner. */
  void gone(final OrganizationId organization, final String issue) {
    alerts.endedOnSite(organization, issue, ERPNEXT);
  }

  void raised(final UUID alert) {
    alerts.raised(alert);
  }
}
