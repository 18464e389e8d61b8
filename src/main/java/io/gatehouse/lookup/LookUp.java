package io.gatehouse.lookup;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Fields;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Listing;
import io.gatehouse.frappe.SiteHandler;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ErpnextSettings;
import io.gatehouse.site.IssueDocument;
import io.gatehouse.site.IssueReader;
import io.gatehouse.site.OnFile;
import io.gatehouse.site.SiteProfiles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an Issue and its people. It only asks, so that it may be repeated at any time; what it is
 * refused the owner is told once, and the messages are screened all the same.
 */
@Singleton
final class LookUp implements SiteHandler {

  static final String KIND = "erpnext.look_up";
  static final String ISSUE = "issue";
  static final String AUTHOR = "author";

  private static final String DOCTYPE = "Issue";
  private static final String ASSIGNED = "_assign";

  private final ProviderAccounts accounts;
  private final FrappeClient client;
  private final SettingsBook settings;
  private final SiteProfiles profiles;
  private final Findings findings;

  LookUp(
      final ProviderAccounts accounts,
      final FrappeClient client,
      final SettingsBook settings,
      final SiteProfiles profiles,
      final Findings findings) {
    this.accounts = accounts;
    this.client = client;
    this.settings = settings;
    this.profiles = profiles;
    this.findings = findings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    final Optional<Site> site = accounts.erpnext(effect.organization()).site();
    if (site.isPresent()) {
      profiles.refresh(effect.organization(), site.get());
      final Errand errand = new Errand(client, site.get());
      look(effect, errand);
      return errand.away().orElseGet(() -> done(effect));
    }
    return done(effect);
  }

  /** It made no document, whose name this could be taken for. */
  private static Outcome done(final Effect effect) {
    return new Outcome.Done(effect.reference().value());
  }

  private void look(final Effect effect, final Errand errand) {
    final OrganizationId organization = effect.organization();
    final String issue = effect.payload().getOrDefault(ISSUE, "");
    final Optional<IssueDocument> document = issue(organization, errand, issue);
    if (document.isPresent()) {
      final ErpnextSettings chosen = settings.current(organization).erpnext();
      final var census = new Census(errand, document.get().facts(), chosen.staff());
      final String author = effect.payload().getOrDefault(AUTHOR, "");
      final List<OnFile> people =
          census.people(Stream.of(document.get().facts().raisedBy(), author));
      if (errand.away().isEmpty()) {
        findings.found(organization, document.get(), people, chosen.staff());
      }
    }
    if (errand.away().isEmpty()) {
      findings.refused(organization, issue, document.isPresent(), errand.refusals());
    }
  }

  private Optional<IssueDocument> issue(
      final OrganizationId organization, final Errand errand, final String issue) {
    final List<String> advisorFields = settings.current(organization).erpnext().advisorFields();
    return errand.document(DOCTYPE, issue).flatMap(fields -> read(errand, fields, advisorFields));
  }

  /** A list tells what a document leaves out: whom it is assigned to. */
  private static Optional<IssueDocument> read(
      final Errand errand, final Fields fields, final List<String> advisorFields) {
    try {
      final IssueDocument document = IssueReader.read(fields, advisorFields);
      final boolean assigned =
          document.facts().advisors().isEmpty() && advisorFields.contains(ASSIGNED);
      return Optional.of(assigned ? document.assigned(assignees(errand, document)) : document);
    } catch (final Problem unreadable) {
      return Optional.empty();
    }
  }

  private static List<String> assignees(final Errand errand, final IssueDocument document) {
    final var listing =
        new Listing(
            List.of("name", ASSIGNED),
            List.of(List.of("name", "=", document.facts().name())),
            "name asc",
            0,
            1);
    return errand.documents(DOCTYPE, listing).stream()
        .flatMap(row -> IssueReader.advisors(row, List.of(ASSIGNED)).stream())
        .toList();
  }
}
