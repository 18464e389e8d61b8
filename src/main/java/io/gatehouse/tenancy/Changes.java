package io.gatehouse.tenancy;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Organizations;
import io.gatehouse.organization.Standing;
import io.gatehouse.organization.Tenure;
import io.gatehouse.organization.Tenures;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes how organizations stand: the organization, the record of it, the audit and the notices
 * are one transaction, the running one, under a lock of the organization's row (S2.13).
 */
@Singleton
class Changes {

  private final Tenures tenures;
  private final ModerationRepository records;
  private final AuditLog audit;
  private final Tidings tidings;
  private final JsonMapper json;
  private final Clock clock;

  Changes(
      final Tenures tenures,
      final ModerationRepository records,
      final AuditLog audit,
      final Tidings tidings,
      final JsonMapper json,
      final Clock clock) {
    this.tenures = tenures;
    this.records = records;
    this.audit = audit;
    this.tidings = tidings;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Something to be done.
   *
   * @param until the end of the suspension where one stands afterwards; null: until it is lifted
   * @param metadata small facts beside the reason
   */
  record Change(
      Action action,
      Moderator by,
      String reason,
      @Nullable Instant until,
      Map<String, String> metadata) {}

  /**
   * How it stands, held until the transaction ends. A suspension that is over by now is recorded as
   * ended before anything else is done, so that it cannot be taken for one that stands.
   *
   * @return empty when there is no such organization
   */
  Optional<Tenure> find(final OrganizationId organization) {
    return tenures.hold(organization).map(found -> settled(organization, found));
  }

  /**
   * @throws io.gatehouse.base.Problem 404 when there is no such organization
   */
  Tenure hold(final OrganizationId organization) {
    return find(organization).orElseThrow(() -> Organizations.unknown(organization));
  }

  private Tenure settled(final OrganizationId organization, final Tenure found) {
    return found.endedBy(clock.instant())
        ? make(
            organization,
            found,
            new Change(Action.RESTORED, Moderator.GATEHOUSE, tidings.restored(), null, Map.of()))
        : found;
  }

  /** Does it to an organization that is held. */
  Tenure make(final OrganizationId organization, final Tenure before, final Change change) {
    final Tenure after = change.action().on(before, clock.instant(), change.until());
    tenures.change(organization, after);
    record(organization, before, after, change);
    tidings.changed(organization, change.action(), after);
    return after;
  }

  private void record(
      final OrganizationId organization,
      final Tenure before,
      final Tenure after,
      final Change change) {
    records.add(
        organization.value(),
        change.action().wire(),
        before.standing().wire(),
        after.standing().wire(),
        change.reason(),
        change.by().name(),
        change.by().key(),
        clock.instant(),
        after.until(),
        write(change.metadata()));
    audit.record(
        organization,
        change.by().name(),
        "organization." + change.action().wire(),
        organization.value(),
        change.reason(),
        details(after));
  }

  private static Map<String, String> details(final Tenure after) {
    final Map<String, String> details = new HashMap<>();
    details.put("standing", after.standing().wire());
    if (after.standing() == Standing.SUSPENDED && after.until() != null) {
      details.put("until", after.until().toString());
    }
    return details;
  }

  private String write(final Map<String, String> metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
