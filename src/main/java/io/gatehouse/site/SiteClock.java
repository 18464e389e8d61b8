package io.gatehouse.site;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Between a site's dates and ours; see {@link SiteTime} for hours that come twice or never. */
@Singleton
public final class SiteClock {

  private final SiteProfiles profiles;

  SiteClock(final SiteProfiles profiles) {
    this.profiles = profiles;
  }

  /**
   * @throws IllegalArgumentException when it is no date of a site's
   */
  public Instant read(final OrganizationId organization, final String written) {
    return find(organization, written)
        .orElseThrow(() -> new IllegalArgumentException("no date of a site's"));
  }

  /** Empty when it is no date of a site's. */
  public Optional<Instant> find(final OrganizationId organization, final String written) {
    return SiteTime.read(profiles.zone(organization), written);
  }

  /** A lower bound for documents written at the instant or later, {@link SiteTime#write}. */
  public String write(final OrganizationId organization, final Instant instant) {
    return SiteTime.write(profiles.zone(organization), instant);
  }
}
