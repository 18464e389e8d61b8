package io.gatehouse.site;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.site.IssueRepository.IssueRow;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of Issues. */
@Singleton
public class Issues {

  private static final Logger LOG = LoggerFactory.getLogger(Issues.class);

  /** Longer than all tries of a look-up take. */
  private static final Duration LOST = Duration.ofHours(3);

  private final IssueRepository issues;
  private final ProviderAccounts accounts;
  private final List<IssueListener> listeners;
  private final Clock clock;

  Issues(
      final IssueRepository issues,
      final ProviderAccounts accounts,
      final List<IssueListener> listeners,
      final Clock clock) {
    this.issues = issues;
    this.accounts = accounts;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** An Issue's facts, without its description; empty while nothing is known of it. */
  public Optional<IssueFacts> find(final OrganizationId organization, final String issue) {
    return seen(organization, issue).map(SeenIssue::facts);
  }

  @Transactional
  public Optional<SeenIssue> seen(final OrganizationId organization, final String issue) {
    return issues.find(organization.value(), issue).map(IssueRow::seen);
  }

  /**
   * Keeps what a document says and tells everybody who wants to hear of Issues, whose failures are
   * theirs alone.
   */
  public void told(final OrganizationId organization, final IssueDocument document) {
    final IssueFacts facts = document.facts();
    issues.told(
        organization.value(),
        facts.name(),
        facts.type(),
        facts.project(),
        facts.status(),
        facts.raisedBy(),
        facts.customer(),
        facts.contact(),
        facts.advisors(),
        facts.portal(),
        document.stamps().modified(),
        opening(organization, facts));
    listeners.forEach(listener -> tell(listener, organization, facts));
  }

  private void tell(
      final IssueListener listener, final OrganizationId organization, final IssueFacts facts) {
    try {
      listener.told(organization, facts);
    } catch (final RuntimeException failed) {
      LOG.warn(
          "what follows from an Issue's document failed: organization={} listener={} {}",
          organization,
          listener.getClass().getSimpleName(),
          failed.getClass().getName());
    }
  }

  /**
   * Claims the look-up of an Issue, in the running transaction.
   *
   * @return false while one is under way
   */
  @Transactional
  public boolean ask(final OrganizationId organization, final String issue) {
    final Instant now = clock.instant();
    return issues.ask(organization.value(), issue, now, now.minus(LOST)) != null;
  }

  /** Ends a look-up with what the site answered. */
  public void read(
      final OrganizationId organization, final IssueDocument document, final List<OnFile> people) {
    told(organization, document);
    final IssueFacts facts = document.facts();
    issues.read(
        organization.value(),
        facts.name(),
        facts.type(),
        facts.project(),
        facts.customer(),
        facts.contact(),
        facts.advisors(),
        people,
        clock.instant());
  }

  /** Ends a look-up that told nothing; it is not repeated before it would be anyway. */
  public void missed(final OrganizationId organization, final String issue) {
    issues.missed(organization.value(), issue, clock.instant());
  }

  /** {@link Opening#digest} by the secret that webhooks are signed with. */
  public String opening(final OrganizationId organization, final String issue, final String html) {
    final var secret = accounts.erpnext(organization).webhookSecrets().getFirst();
    return Opening.digest(secret, issue, html);
  }

  private @Nullable String opening(final OrganizationId organization, final IssueFacts facts) {
    return facts.description().isBlank()
        ? null
        : opening(organization, facts.name(), facts.description());
  }
}
