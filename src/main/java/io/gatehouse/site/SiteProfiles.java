package io.gatehouse.site;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Reply;
import io.gatehouse.frappe.Reply.Answered;
import io.gatehouse.organization.Recent;
import io.gatehouse.site.ProfileRepository.SiteProfile;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** What sites say of themselves: their time zone and who we are there. */
@Singleton
public final class SiteProfiles {

  /** Neither changes in a site's life, but for mistakes that are mended. */
  private static final Duration FRESH = Duration.ofDays(1);

  private static final String SETTINGS = "System Settings";
  private static final String TIME_ZONE = "time_zone";

  private final ProfileRepository profiles;
  private final FrappeClient client;
  private final Clock clock;
  private final Recent<Optional<SiteProfile>> recent;

  SiteProfiles(final ProfileRepository profiles, final FrappeClient client, final Clock clock) {
    this.profiles = profiles;
    this.client = client;
    this.clock = clock;
    this.recent = new Recent<>(clock, organization -> profiles.of(organization.value()));
  }

  /** UTC until the site has told its own. */
  public ZoneId zone(final OrganizationId organization) {
    return recent
        .get(organization)
        .flatMap(profile -> Optional.ofNullable(profile.timeZone()))
        .flatMap(SiteProfiles::zone)
        .orElse(ZoneOffset.UTC);
  }

  /** The user whose key we have, in lower case; empty while it is not known. */
  public Optional<String> gatewayUser(final OrganizationId organization) {
    return recent.get(organization).flatMap(profile -> Optional.ofNullable(profile.gatewayUser()));
  }

  /** Asks the site, unless it was asked within a day. May take half a minute. */
  public void refresh(final OrganizationId organization, final Site site) {
    final Instant now = clock.instant();
    final boolean fresh =
        profiles
            .of(organization.value())
            .filter(profile -> profile.readAt().plus(FRESH).isAfter(now))
            .isPresent();
    if (!fresh) {
      profiles.put(organization.value(), zone(site).orElse(null), user(site).orElse(null), now);
      recent.forget(organization);
    }
  }

  void forget() {
    recent.forgetAll();
  }

  /**
   * The settings hold it but only System Managers read them; the method is for everybody and has
   * the value of the defaults, which is the same unless somebody wrote it there by hand.
   */
  private Optional<String> zone(final Site site) {
    return told(client.read(site, SETTINGS, SETTINGS))
        .or(() -> told(client.ask(site, "frappe.client.get_time_zone")));
  }

  private static Optional<String> told(final Reply reply) {
    return answered(reply)
        .flatMap(answer -> answer.document().or(answer::message))
        .filter(JsonNode::isObject)
        .flatMap(object -> Optional.ofNullable(object.get(TIME_ZONE)))
        .filter(JsonNode::isString)
        .map(JsonNode::getStringValue)
        .filter(name -> zone(name).isPresent());
  }

  private Optional<String> user(final Site site) {
    return answered(client.ask(site, "frappe.auth.get_logged_user"))
        .flatMap(Answered::message)
        .filter(JsonNode::isString)
        .map(user -> user.getStringValue().toLowerCase(Locale.ROOT));
  }

  private static Optional<Answered> answered(final Reply reply) {
    return reply instanceof final Answered answer && answer.status() < 300
        ? Optional.of(answer)
        : Optional.empty();
  }

  private static Optional<ZoneId> zone(final String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (final DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
