package io.gatehouse.catchup;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Trouble;
import io.gatehouse.heartbeat.Heartbeat;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down how a look went. */
@Singleton
class Tidings {

  private final SyncRepository syncs;
  private final WatermarkRepository marks;
  private final Heartbeat heartbeat;
  private final Reports reports;
  private final CatchupSettings settings;
  private final Clock clock;

  Tidings(
      final SyncRepository syncs,
      final WatermarkRepository marks,
      final Heartbeat heartbeat,
      final Reports reports,
      final CatchupSettings settings,
      final Clock clock) {
    this.syncs = syncs;
    this.marks = marks;
    this.heartbeat = heartbeat;
    this.reports = reports;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  void begin(final OrganizationId organization) {
    syncs.begin(organization.value(), clock.instant());
  }

  /** Messages were taken in that no webhook told of. */
  @Transactional
  void found(final OrganizationId organization, final Kind kind, final long found) {
    final Instant now = clock.instant();
    marks.found(organization.value(), kind.doctype(), found, now);
    syncs.found(organization.value(), LocalDate.ofInstant(now, ZoneOffset.UTC), found);
  }

  /**
   * @param trouble what ended it before its time, or null
   */
  @Transactional
  void end(final OrganizationId organization, final @Nullable Trouble trouble) {
    final Instant now = clock.instant();
    final boolean heard = heardOf(organization);
    if (heard) {
      syncs.heard(organization.value());
    }
    if (trouble == null) {
      syncs.done(organization.value(), now);
      reports.over(organization);
    } else {
      failed(organization, trouble, now);
    }
    reports.tell(organization, heard);
  }

  /** Whether a webhook came within the time in which one was to be expected. */
  private boolean heardOf(final OrganizationId organization) {
    final Optional<Instant> last = heartbeat.last(organization);
    return last.filter(at -> at.isAfter(clock.instant().minus(settings.silence()))).isPresent();
  }

  private void failed(final OrganizationId organization, final Trouble trouble, final Instant now) {
    syncs.failed(organization.value(), trouble.code(), trouble.happened(), trouble.next(), now);
    if (trouble.outcome() instanceof final Outcome.Stopped stopped) {
      reports.stopped(organization, stopped);
    }
  }
}
