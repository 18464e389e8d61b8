package io.gatehouse.rulings;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Scores;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision, as it is handed to the database.
 *
 * @param categories what it is chiefly about
 */
@Serdeable
record RulingRow(
    UUID id,
    String organizationId,
    String sourceKind,
    String sourceId,
    @Nullable UUID eventId,
    String classifier,
    Map<String, Double> scores,
    String decision,
    double confidence,
    boolean help,
    List<String> reasons,
    @Nullable String fingerprint,
    @Nullable String url,
    Instant decidedAt,
    List<String> categories) {

  /** Whoever looks for one category also wants what is nearly as much of it as of another. */
  private static final double CHIEFLY = 0.5;

  static RulingRow of(final UUID id, final NewRuling ruling) {
    final Opinion opinion = ruling.opinion();
    return new RulingRow(
        id,
        ruling.organization().value(),
        ruling.source().kind(),
        ruling.source().id(),
        ruling.event().orElse(null),
        opinion.by(),
        opinion.scores().wire(),
        opinion.ruling().wire(),
        opinion.confidence(),
        opinion.help(),
        opinion.reasons(),
        ruling.content().fingerprint().orElse(null),
        ruling.content().url().orElse(null),
        ruling.at(),
        chiefly(opinion.scores()));
  }

  private static List<String> chiefly(final Scores scores) {
    final double highest = scores.highest(category -> true);
    return Arrays.stream(Category.values())
        .filter(category -> scores.of(category) > 0)
        .filter(category -> scores.of(category) >= highest * CHIEFLY)
        .map(Category::wire)
        .toList();
  }
}
