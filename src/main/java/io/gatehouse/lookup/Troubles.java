package io.gatehouse.lookup;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Tells the owner what the site does not let us see: once, and again when it has been right. */
@Singleton
class Troubles {

  private static final String ISSUE = "Issue";
  private static final String CONTACT = "Contact";
  private static final String MISSING = "DoesNotExistError";

  private final TroubleRepository troubles;
  private final Inbox inbox;
  private final Clock clock;

  Troubles(final TroubleRepository troubles, final Inbox inbox, final Clock clock) {
    this.troubles = troubles;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * That users may not be read is no trouble: the least roles do not allow it, and it only tells
   * colleagues from customers.
   */
  @Transactional
  void tell(
      final OrganizationId organization, final String issue, final Map<String, String> refusals) {
    final String code = refusals.getOrDefault(ISSUE, "");
    if (missing(code)) {
      tell(organization, ISSUE + " " + issue, notice(organization, issue));
    } else {
      unreadable(organization, ISSUE, code);
    }
    if (code.isEmpty()) {
      unreadable(organization, CONTACT, refusals.getOrDefault(CONTACT, ""));
    }
  }

  private static boolean missing(final String code) {
    return code.equals(MISSING) || code.equals("http_404");
  }

  /** One missing contact says nothing of the others. */
  private void unreadable(
      final OrganizationId organization, final String doctype, final String code) {
    if (code.isEmpty()) {
      troubles.over(organization.value(), doctype);
    } else if (!missing(code)) {
      final Map<String, String> facts = Map.of("doctype", doctype, "code", code);
      tell(
          organization, doctype, new NewNotice(organization, "site_unreadable", null, null, facts));
    }
  }

  private static NewNotice notice(final OrganizationId organization, final String issue) {
    return new NewNotice(organization, "site_issue_missing", null, null, Map.of("issue", issue));
  }

  private void tell(final OrganizationId organization, final String what, final NewNotice notice) {
    if (troubles.begin(organization.value(), what, clock.instant()) != null) {
      inbox.post(List.of(notice));
    }
  }
}
