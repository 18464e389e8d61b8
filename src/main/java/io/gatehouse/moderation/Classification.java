package io.gatehouse.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Scores;
import io.gatehouse.rulings.Source;
import io.gatehouse.rulings.StoredRuling;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is thought of content (S4.17).
 *
 * @param enabled false where the organization has moderation off (S4.20)
 * @param decisionId null where nothing was stored
 * @param classifications how sure somebody is of each category, always of all (S4.11)
 * @param confidence the score that decided
 * @param classifier who decided (B52)
 * @param effective what holds now: the decision, or a person's word on the same text
 */
@Serdeable
record Classification(
    boolean enabled,
    @Nullable UUID decisionId,
    Named source,
    Map<String, Double> classifications,
    String decision,
    double confidence,
    String classifier,
    boolean help,
    List<String> reasons,
    String effective,
    @JsonProperty("is_quarantined") boolean quarantined,
    @JsonProperty("is_hidden") boolean hidden) {

  /** An opinion that was not stored. */
  static Classification of(final Source source, final Opinion opinion) {
    return new Classification(
        true,
        null,
        Named.of(source),
        opinion.scores().wire(),
        opinion.ruling().wire(),
        opinion.confidence(),
        opinion.by(),
        opinion.help(),
        opinion.reasons(),
        opinion.ruling().wire(),
        opinion.ruling() == Ruling.QUARANTINE,
        opinion.ruling() == Ruling.BLOCK);
  }

  static Classification of(final StoredRuling ruling) {
    return new Classification(
        true,
        ruling.id(),
        Named.of(ruling.source()),
        ruling.scores(),
        ruling.decision(),
        ruling.confidence(),
        ruling.classifier(),
        ruling.help(),
        ruling.reasons(),
        ruling.effective(),
        ruling.inForce() == Ruling.QUARANTINE,
        ruling.inForce() == Ruling.BLOCK);
  }

  /**
   * Nothing is decided, and what was decided before is left as it is.
   *
   * @param before what holds since moderation was last on
   */
  static Classification off(final Source source, final Ruling before) {
    return new Classification(
        false,
        null,
        Named.of(source),
        Scores.NONE.wire(),
        Ruling.ALLOW.wire(),
        0,
        "off",
        false,
        List.of(),
        before.wire(),
        before == Ruling.QUARANTINE,
        before == Ruling.BLOCK);
  }
}
