package io.gatehouse.rulings;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Ruling;
import io.gatehouse.rulings.ReviewListener.Reviewed;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People overrule what programs decided, or uphold it (S4.19). */
@Singleton
public class Reviews {

  private final Rulings rulings;
  private final ReviewRepository reviews;
  private final Queue queue;
  private final List<ReviewListener> listeners;
  private final Ids ids;
  private final Clock clock;

  Reviews(
      final Rulings rulings,
      final ReviewRepository reviews,
      final Queue queue,
      final List<ReviewListener> listeners,
      final Ids ids,
      final Clock clock) {
    this.rulings = rulings;
    this.reviews = reviews;
    this.queue = queue;
    this.listeners = listeners;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A person's word.
   *
   * @param version of the decision, as it was read
   */
  public record Word(int version, Ruling ruling, String reason) {}

  /**
   * Adds a word to a decision; what follows from it holds with the same commit. Of several at once
   * one is heard, and the others are told (B55).
   *
   * @throws Problem 404 when the organization has no such decision; 409 when a later one was made,
   *     or somebody else holds it; 412 when somebody had a word since it was read
   */
  @Transactional
  public StoredRuling review(final Caller by, final UUID id, final Word word) {
    final Source source = find(by.organization(), id).source();
    rulings.hold(by.organization(), source);
    final StoredRuling last = rulings.current(by.organization(), source).orElseThrow();
    demandLast(last, id);
    queue.demandFree(by, source);
    demandUnchanged(last, word.version());
    add(by.organization(), by.name(), by.key(), last, word);
    tell(by.organization(), by.name(), last, word);
    return find(by.organization(), id);
  }

  /**
   * What an owner did to a source says the same as a word on its last decision. Joins the running
   * transaction, which holds the source. Nothing further follows from it.
   */
  public void settle(
      final OrganizationId organization,
      final Source source,
      final String by,
      final Ruling ruling,
      final String reason) {
    rulings
        .current(organization, source)
        .ifPresent(
            last -> add(organization, by, null, last, new Word(last.version(), ruling, reason)));
  }

  /**
   * @throws Problem 404 when the organization has no such decision
   */
  public StoredRuling find(final OrganizationId organization, final UUID id) {
    return rulings
        .find(organization, id)
        .orElseThrow(() -> Problem.notFound("decision_unknown", "There is no such decision."));
  }

  /** What people said of a decision, the first word first. */
  public List<Review> of(final OrganizationId organization, final UUID id) {
    return reviews.of(organization.value(), id);
  }

  /** Numbered after the last one; the database refuses a second with its number. */
  private void add(
      final OrganizationId organization,
      final String by,
      final @Nullable UUID key,
      final StoredRuling ruling,
      final Word word) {
    reviews.add(
        ids.next(),
        organization.value(),
        ruling.id(),
        ruling.version() + 1,
        by,
        key,
        word.ruling().wire(),
        word.reason(),
        clock.instant());
    queue.done(organization, ruling.source());
  }

  private void tell(
      final OrganizationId organization,
      final String by,
      final StoredRuling ruling,
      final Word word) {
    final var reviewed =
        new Reviewed(
            organization,
            ruling.id(),
            ruling.source(),
            ruling.event(),
            ruling.inForce(),
            word.ruling(),
            by,
            word.reason());
    listeners.forEach(listener -> listener.reviewed(reviewed));
  }

  private static void demandLast(final StoredRuling last, final UUID id) {
    if (!last.id().equals(id)) {
      throw Problem.conflict(
              "decision_superseded", "A later decision was made on it: read that one.")
          .with("current", last.id().toString());
    }
  }

  private static void demandUnchanged(final StoredRuling last, final int version) {
    if (last.version() != version) {
      throw new Problem(
              412, "review_changed", "Somebody reviewed it since you read it: read it again.")
          .with("version", last.version())
          .with("reviewer", String.valueOf(last.humanReviewer()));
    }
  }
}
