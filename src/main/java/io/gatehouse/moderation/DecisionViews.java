package io.gatehouse.moderation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.events.Events;
import io.gatehouse.rulings.Review;
import io.gatehouse.rulings.Reviews;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.Source;
import io.gatehouse.rulings.StoredRuling;
import io.gatehouse.rulings.Texts;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions as reviewers and other systems see them. */
@Singleton
class DecisionViews {

  private static final int HISTORY = 50;

  /**
   * A decision with all that is known of it.
   *
   * @param text null where it is kept elsewhere, or no longer; never to be shown as HTML
   * @param reviews what people said of it, the first word first
   * @param reports what users said of its source, the newest first
   * @param history all decisions on its source, the newest first; the newest one holds
   */
  @Serdeable
  record Shown(
      @JsonUnwrapped DecisionView ruling,
      @Nullable String text,
      List<Review> reviews,
      List<Reports.Shown> reports,
      List<DecisionView> history) {}

  private final Rulings rulings;
  private final Reviews reviews;
  private final Reports reports;
  private final Texts texts;
  private final Events events;

  DecisionViews(
      final Rulings rulings,
      final Reviews reviews,
      final Reports reports,
      final Texts texts,
      final Events events) {
    this.rulings = rulings;
    this.reviews = reviews;
    this.reports = reports;
    this.texts = texts;
    this.events = events;
  }

  /**
   * @throws Problem 404 when the organization has no such decision
   */
  Shown show(final OrganizationId organization, final UUID id) {
    final StoredRuling ruling = reviews.find(organization, id);
    return new Shown(
        DecisionView.of(ruling),
        text(organization, ruling).orElse(null),
        reviews.of(organization, id),
        reports.of(organization, ruling.source()),
        rulings.history(organization, ruling.source(), HISTORY).stream()
            .map(DecisionView::of)
            .toList());
  }

  /**
   * What holds of a source now.
   *
   * @throws Problem 404 when nothing was ever decided on it
   */
  DecisionView current(final OrganizationId organization, final Source source) {
    return rulings
        .current(organization, source)
        .map(DecisionView::of)
        .orElseThrow(
            () -> Problem.notFound("source_unknown", "Nothing was ever decided on this source."));
  }

  private Optional<String> text(final OrganizationId organization, final StoredRuling ruling) {
    return ruling
        .event()
        .flatMap(event -> events.find(organization, event))
        .map(event -> event.content().text())
        .or(() -> texts.of(organization, ruling.source(), Texts.CONTENT));
  }
}
