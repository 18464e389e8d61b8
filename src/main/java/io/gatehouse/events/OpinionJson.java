package io.gatehouse.events;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Scores;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Moderation's opinion as it is stored and shown (S4.17); the opinion itself knows no JSON.
 *
 * @param decision allow, quarantine or block
 * @param confidence the score that decided
 * @param scores of all six categories
 * @param help whether the author seems to seek help
 * @param by who thinks so: {@code keywords}, or {@code model:} and its name (B52)
 * @param reasons for people, without the message's own words
 */
@Serdeable
public record OpinionJson(
    String decision,
    double confidence,
    Map<String, Double> scores,
    boolean help,
    String by,
    List<String> reasons) {

  public static OpinionJson of(final Opinion opinion) {
    return new OpinionJson(
        opinion.ruling().wire(),
        opinion.confidence(),
        opinion.scores().wire(),
        opinion.help(),
        opinion.by(),
        opinion.reasons());
  }

  /** What an older or a newer release named otherwise is left out. */
  public Opinion toOpinion() {
    final Map<Category, Double> known = new EnumMap<>(Category.class);
    scores.forEach(
        (name, score) -> Category.of(name).ifPresent(category -> known.put(category, score)));
    return new Opinion(
        Scores.of(known),
        Ruling.of(decision).orElse(Ruling.QUARANTINE),
        confidence,
        help,
        by,
        reasons);
  }
}
