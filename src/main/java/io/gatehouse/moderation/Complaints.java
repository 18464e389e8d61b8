package io.gatehouse.moderation;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Scores;
import io.gatehouse.events.Events;
import io.gatehouse.moderation.Reports.Complaint;
import io.gatehouse.rulings.NewRuling;
import io.gatehouse.rulings.Queue;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.StoredRuling;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Brings what users complain of before a person. */
@Singleton
class Complaints {

  /** One person's word: enough to be looked at, not to be hidden. */
  private static final double WEIGHT = 0.5;

  private final Rulings rulings;
  private final Queue queue;
  private final Events events;
  private final Tidings tidings;

  Complaints(final Rulings rulings, final Queue queue, final Events events, final Tidings tidings) {
    this.rulings = rulings;
    this.queue = queue;
    this.events = events;
    this.tidings = tidings;
  }

  /**
   * Waits for the source's turn.
   *
   * @throws Problem 404 when it is a message that the organization has not
   */
  void hold(final OrganizationId organization, final Complaint report) {
    if (report.source().isMessage() && event(organization, report).isEmpty()) {
      throw Problem.notFound("source_unknown", "There is no such message event.");
    }
    rulings.hold(organization, report.source());
  }

  /**
   * Counts it where the source waits already. What was allowed waits from now on, also when a
   * person had allowed it; what a person flagged or hid stays so.
   */
  void queue(final OrganizationId organization, final Complaint report, final Instant now) {
    if (queue.reported(organization, report.source(), report.category())) {
      return;
    }
    final Optional<StoredRuling> last = rulings.current(organization, report.source());
    if (last.map(StoredRuling::inForce).orElse(Ruling.ALLOW) == Ruling.ALLOW) {
      final UUID id = rulings.add(List.of(ruling(organization, report, last, now))).getFirst();
      queue.reported(organization, report.source(), report.category());
      tidings.decided(organization, rulings.find(organization, id).orElseThrow());
    }
  }

  private NewRuling ruling(
      final OrganizationId organization,
      final Complaint report,
      final Optional<StoredRuling> last,
      final Instant now) {
    final var opinion =
        new Opinion(
            Scores.of(Map.of(report.category(), WEIGHT)),
            Ruling.QUARANTINE,
            WEIGHT,
            false,
            Rulings.REPORT,
            List.of());
    final var content =
        new NewRuling.Content(
            last.flatMap(ruling -> Optional.ofNullable(ruling.fingerprint())),
            report.url().or(() -> last.flatMap(ruling -> Optional.ofNullable(ruling.url()))));
    return new NewRuling(
        organization, report.source(), event(organization, report), opinion, content, now);
  }

  private Optional<UUID> event(final OrganizationId organization, final Complaint report) {
    return report.source().event().filter(id -> events.find(organization, id).isPresent());
  }
}
