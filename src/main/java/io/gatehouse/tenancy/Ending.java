package io.gatehouse.tenancy;

import io.gatehouse.base.OrganizationId;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Writes down that a suspension has ended, by a transaction of its own. */
@Singleton
class Ending {

  private final Changes changes;

  Ending(final Changes changes) {
    this.changes = changes;
  }

  /** Does nothing where it was extended, lifted or recorded as ended meanwhile. */
  @Transactional
  public void record(final OrganizationId organization) {
    changes.hold(organization);
  }
}
