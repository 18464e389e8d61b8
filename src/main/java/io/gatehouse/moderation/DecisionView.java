package io.gatehouse.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.categories.Ruling;
import io.gatehouse.rulings.StoredRuling;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision and the last word on it.
 *
 * @param event the message it is about, where it is one of ours
 * @param decision the classifier's
 * @param version how many words people had on it; to be named in If-Match with the next
 * @param humanDecision of the last word on it, or on the same text before
 * @param effective what follows from both
 */
@Serdeable
record DecisionView(
    UUID decisionId,
    Named source,
    @Nullable UUID event,
    Map<String, Double> classifications,
    String decision,
    double confidence,
    String classifier,
    boolean help,
    List<String> reasons,
    @Nullable String url,
    Instant decidedAt,
    int version,
    @Nullable String humanDecision,
    @Nullable String humanReviewer,
    @Nullable Instant reviewedAt,
    String effective,
    @JsonProperty("is_quarantined") boolean quarantined,
    @JsonProperty("is_hidden") boolean hidden) {

  static DecisionView of(final StoredRuling ruling) {
    return new DecisionView(
        ruling.id(),
        Named.of(ruling.source()),
        ruling.eventId(),
        ruling.scores(),
        ruling.decision(),
        ruling.confidence(),
        ruling.classifier(),
        ruling.help(),
        ruling.reasons(),
        ruling.url(),
        ruling.decidedAt(),
        ruling.version(),
        ruling.humanDecision(),
        ruling.humanReviewer(),
        ruling.reviewedAt(),
        ruling.effective(),
        ruling.inForce() == Ruling.QUARANTINE,
        ruling.inForce() == Ruling.BLOCK);
  }
}
