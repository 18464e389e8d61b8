package io.gatehouse.categories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionTest {

  @ParameterizedTest
  @CsvSource({
    "hate, 0.85, block",
    "hate, 0.84, quarantine",
    "self_harm, 0.9, block",
    "sexual_minors, 0.85, block",
    "violence, 0.99, quarantine",
    "harassment, 1, quarantine",
    "sexual, 0.55, quarantine",
    "sexual, 0.54, allow",
  })
  void s4_6_follows_from_the_highest_score(
      final String category, final double score, final String ruling) {
    final Opinion opinion = opinion(category, score, false);
    assertThat(opinion.ruling().wire()).isEqualTo(ruling);
    assertThat(opinion.confidence()).isEqualTo(score);
  }

  @Test
  void b48_what_is_nearly_sure_about_minors_is_looked_at() {
    assertThat(opinion("sexual_minors", 0.84, false).ruling()).isEqualTo(Ruling.QUARANTINE);
  }

  @Test
  void whoever_seeks_help_reaches_a_person_and_is_not_hidden() {
    assertThat(opinion("self_harm", 0.95, true).ruling()).isEqualTo(Ruling.QUARANTINE);
    assertThat(opinion("self_harm", 0, true).ruling()).isEqualTo(Ruling.QUARANTINE);
    assertThat(opinion("hate", 0.95, true).ruling()).isEqualTo(Ruling.BLOCK);
  }

  @Test
  void b51_there_are_six_categories_and_a_score_for_each_s4_11() {
    assertThat(Scores.NONE.wire())
        .containsOnlyKeys("hate", "harassment", "sexual", "sexual_minors", "violence", "self_harm")
        .containsEntry("hate", 0.0);
  }

  @Test
  void s4_12_scores_out_of_range_are_brought_into_it() {
    final var scores =
        Scores.of(Map.of(Category.HATE, 7.0, Category.SEXUAL, -1.0, Category.VIOLENCE, Double.NaN));
    assertThat(scores.wire())
        .containsEntry("hate", 1.0)
        .containsEntry("sexual", 0.0)
        .containsEntry("violence", 0.0);
  }

  @Test
  void s4_22_thresholds_have_an_order() {
    assertThatThrownBy(() -> new Thresholds(0.9, 0.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Thresholds(Double.NaN, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Opinion opinion(final String category, final double score, final boolean help) {
    final var scores = Scores.of(Map.of(Category.of(category).orElseThrow(), score));
    return Opinion.of(scores, help, Thresholds.STANDARD, "keywords", List.of());
  }
}
