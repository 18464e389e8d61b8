package io.gatehouse.moderation;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Category;
import io.gatehouse.rulings.Source;
import io.gatehouse.rulings.Texts;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears what users complain of (S4.9). */
@Singleton
class Reports {

  /** A person reads and reports no more than so much; who does more floods the queue. */
  static final int MOST = 20;

  private static final Duration WITHIN = Duration.ofHours(1);
  private static final int MOST_SHOWN = 50;

  private final ReportRepository reports;
  private final Complaints complaints;
  private final Texts texts;
  private final Ids ids;
  private final Clock clock;

  Reports(
      final ReportRepository reports,
      final Complaints complaints,
      final Texts texts,
      final Ids ids,
      final Clock clock) {
    this.reports = reports;
    this.complaints = complaints;
    this.texts = texts;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a user complains of.
   *
   * @param reporter as the reporting system names its user
   * @param note in the user's own words
   * @param url where the content is shown
   */
  record Complaint(
      Source source,
      Category category,
      String reporter,
      Optional<String> note,
      Optional<String> url) {}

  /**
   * A user's complaint, as a reviewer sees it.
   *
   * @param note null where none was made, or it is no longer kept
   */
  @Serdeable
  record Shown(UUID id, String category, String reporter, @Nullable String note, Instant at) {}

  /**
   * Counts a complaint once of each reporter, source and category.
   *
   * @return whether it was new
   * @throws Problem 404 when the message it is about is none of the organization's; 429 when the
   *     reporter reports too much
   */
  @Transactional
  boolean hear(final Caller by, final Complaint report) {
    complaints.hold(by.organization(), report);
    final Instant now = clock.instant();
    final UUID id = ids.next();
    if (reports.add(
            id,
            by.organization().value(),
            report.source().kind(),
            report.source().id(),
            report.category().wire(),
            report.reporter(),
            by.name(),
            now)
        == 0) {
      return false;
    }
    demandMeasure(by.organization(), report.reporter(), now);
    report
        .note()
        .ifPresent(note -> texts.keep(by.organization(), report.source(), id.toString(), note));
    complaints.queue(by.organization(), report, now);
    return true;
  }

  /** The newest first. */
  List<Shown> of(final OrganizationId organization, final Source source) {
    return reports.of(organization.value(), source.kind(), source.id(), MOST_SHOWN).stream()
        .map(row -> shown(organization, source, row))
        .toList();
  }

  long count(final OrganizationId organization, final Source source) {
    return reports.count(organization.value(), source.kind(), source.id());
  }

  private Shown shown(
      final OrganizationId organization, final Source source, final ReportRepository.Row row) {
    return new Shown(
        row.id(),
        row.category(),
        row.reporter(),
        texts.of(organization, source, row.id().toString()).orElse(null),
        row.reportedAt());
  }

  private void demandMeasure(
      final OrganizationId organization, final String reporter, final Instant now) {
    if (reports.since(organization.value(), reporter, now.minus(WITHIN)) > MOST) {
      throw new Problem(
              429, "too_many_reports", "This reporter has reported enough for now: wait an hour.")
          .with("retry_after_ms", WITHIN.toMillis());
    }
  }
}
