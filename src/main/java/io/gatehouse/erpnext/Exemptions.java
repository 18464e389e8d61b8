package io.gatehouse.erpnext;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.PostedEffects;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.retraction.OwnDescriptions;
import io.gatehouse.settings.ErpnextSettings.Watch;
import io.gatehouse.site.IssueFacts;
import io.gatehouse.site.SiteProfiles;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** What is a person's message on the site and still not screened. */
@Singleton
final class Exemptions {

  private static final String NOT_WATCHED = "not_watched";
  private static final String NO_DESCRIPTION = "no_description";

  /** Mail that the site fetches is saved by them, whoever wrote it. */
  private static final Set<String> NOBODY_IN_PARTICULAR = Set.of("administrator", "guest", "");

  private final PostedEffects posted;
  private final OwnDescriptions descriptions;
  private final SiteProfiles profiles;
  private final SettingsBook settings;

  Exemptions(
      final PostedEffects posted,
      final OwnDescriptions descriptions,
      final SiteProfiles profiles,
      final SettingsBook settings) {
    this.posted = posted;
    this.descriptions = descriptions;
    this.profiles = profiles;
    this.settings = settings;
  }

  /**
   * Why a letter is not screened; empty when it is.
   *
   * @param facts what is known of its Issue
   */
  Optional<String> of(
      final OrganizationId organization, final Letter letter, final IssueFacts facts) {
    if (ownPost(organization, letter)) {
      return Optional.of("own_post");
    }
    final String type = told(letter.marks().issueType(), facts.type());
    final String project = told(letter.marks().project(), facts.project());
    if (Watched.alert(type) || ownAlert(organization, letter, type)) {
      return Optional.of("compliance_alert");
    }
    final Watch watch = settings.current(organization).erpnext().watch();
    if (!Watched.includes(watch, type, project)) {
      return Optional.of(NOT_WATCHED);
    }
    return letter.id().source().equals(Letters.ISSUE) && letter.content().text().isBlank()
        ? Optional.of(NO_DESCRIPTION)
        : Optional.empty();
  }

  /** Whether it may be a thread all the same, now or soon. */
  static boolean passing(final String why) {
    return why.equals(NOT_WATCHED) || why.equals(NO_DESCRIPTION);
  }

  private static String told(final String byDocument, final String known) {
    return byDocument.isEmpty() ? known : byDocument;
  }

  /**
   * Our own posts fire the same webhooks (B14). They are known by what we keep of them, by a field
   * that neither portal nor desk lets people write, and by whose key we post with; their wording or
   * an e-mail's Message-ID could be copied.
   */
  private boolean ownPost(final OrganizationId organization, final Letter letter) {
    final String name = letter.id().name();
    return !name.isEmpty()
        && (posted.include(organization, Lane.ERPNEXT, name, letter.marks().reference())
            || ownDescription(organization, letter)
            || byGateway(organization, letter));
  }

  private boolean ownDescription(final OrganizationId organization, final Letter letter) {
    return letter.id().source().equals(Letters.ISSUE)
        && descriptions.include(organization, letter.issue(), letter.content().text());
  }

  /** Who saved it and who it says wrote it must both be us: the second alone could be claimed. */
  private boolean byGateway(final OrganizationId organization, final Letter letter) {
    final String owner = letter.marks().owner();
    return !NOBODY_IN_PARTICULAR.contains(owner)
        && letter.author().address().equals(owner)
        && profiles.gatewayUser(organization).filter(owner::equals).isPresent();
  }

  /** An alert of ours whose own webhook has not come, or is not set up. */
  private boolean ownAlert(
      final OrganizationId organization, final Letter letter, final String type) {
    return type.isEmpty()
        && !letter.issue().isEmpty()
        && posted.include(organization, Lane.ERPNEXT, letter.issue(), "");
  }
}
