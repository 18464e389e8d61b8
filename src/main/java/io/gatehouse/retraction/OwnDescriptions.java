package io.gatehouse.retraction;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;

/**
 * Knows an Issue's description again that we wrote: the site tells of it as of any other change,
 * and it must not be read as a message (B14). Whoever copies it says nothing of their own.
 */
@Singleton
public class OwnDescriptions {

  private final RetractionRepository rows;

  OwnDescriptions(final RetractionRepository rows) {
    this.rows = rows;
  }

  public boolean include(final OrganizationId organization, final String issue, final String html) {
    return rows.wrote(organization.value(), issue, Words.digest(html));
  }
}
