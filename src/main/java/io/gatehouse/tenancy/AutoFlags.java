package io.gatehouse.tenancy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Tenure;
import io.gatehouse.spamlog.SpamListener;
import io.gatehouse.tenancy.Changes.Change;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Flags organizations for what was logged of them (S2.14), in the transaction that logs it. */
@Singleton
class AutoFlags implements SpamListener {

  private final AttentionRepository spam;
  private final Changes changes;
  private final Tidings tidings;
  private final AutoFlagSettings settings;
  private final Clock clock;

  AutoFlags(
      final AttentionRepository spam,
      final Changes changes,
      final Tidings tidings,
      final AutoFlagSettings settings,
      final Clock clock) {
    this.spam = spam;
    this.changes = changes;
    this.tidings = tidings;
    this.settings = settings;
    this.clock = clock;
  }

  /** Hears of detections of organizations that are not there, or not yet, as well (B32). */
  @Override
  @Transactional
  public void logged(final Logged row) {
    row.organization()
        .filter(organization -> isGrave(organization, row))
        .ifPresent(organization -> flag(organization, row));
  }

  private boolean isGrave(final OrganizationId organization, final Logged row) {
    return row.score() > settings.score()
        || row.highRisk()
        || violations(organization) >= settings.violations();
  }

  private long violations(final OrganizationId organization) {
    return spam.violations(organization.value(), clock.instant().minus(settings.window()));
  }

  /** A flag that stands says it already (B34); a suspension stays one (B33). */
  private void flag(final OrganizationId organization, final Logged row) {
    changes
        .find(organization)
        .filter(before -> !before.isFlagged())
        .ifPresent(before -> flag(organization, before, row));
  }

  private void flag(final OrganizationId organization, final Tenure before, final Logged row) {
    final Map<String, String> why =
        Map.of(
            "score", Integer.toString(row.score()),
            "high_risk", Boolean.toString(row.highRisk()),
            "violations", Long.toString(violations(organization)),
            "spam", row.id().toString());
    changes.make(
        organization,
        before,
        new Change(
            Action.FLAGGED, Moderator.GATEHOUSE, tidings.autoFlagged(), before.until(), why));
    tidings.flagged(organization);
  }
}
