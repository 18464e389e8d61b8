package io.gatehouse.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Scores;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.model.Doubt;
import io.gatehouse.model.ModelAnswer.Scored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who decided is said (B52), and no text talks a model into taking back what its words say. */
class JoinedTest {

  @Test
  void b52_the_model_decided_where_it_sees_more() {
    final Opinion both = joined(words(Map.of(Category.VIOLENCE, 0.3)), seen(Category.HATE, 0.9));
    assertThat(both.ruling()).isEqualTo(Ruling.BLOCK);
    assertThat(both.by()).isEqualTo("model:m-1");
    assertThat(both.reasons()).containsExactly("by words", "model: hate 0.90");
  }

  @Test
  void b52_the_words_decided_where_the_model_sees_less() {
    final Opinion both =
        joined(words(Map.of(Category.VIOLENCE, 0.7)), seen(Category.VIOLENCE, 0.6));
    assertThat(both.ruling()).isEqualTo(Ruling.QUARANTINE);
    assertThat(both.by()).isEqualTo("keywords");
    assertThat(both.reasons()).containsExactly("by words", "model: sees nothing beyond the words");
  }

  @Test
  void b54_a_model_that_was_talked_into_nothing_takes_nothing_back() {
    final Opinion both =
        joined(words(Map.of(Category.VIOLENCE, 0.7)), new Scored(Scores.NONE, false));
    assertThat(both.ruling()).isEqualTo(Ruling.QUARANTINE);
    assertThat(both.scores().of(Category.VIOLENCE)).isEqualTo(0.7);
  }

  @Test
  void b52_the_model_let_pass_what_nobody_finds_fault_with() {
    final Opinion both = joined(words(Map.of()), new Scored(Scores.NONE, false));
    assertThat(both.ruling()).isEqualTo(Ruling.ALLOW);
    assertThat(both.by()).isEqualTo("model:m-1");
  }

  @Test
  void b49_who_seeks_help_in_the_models_eyes_reaches_a_person_and_is_not_hidden() {
    final Scores dark = Scores.of(Map.of(Category.SELF_HARM, 0.95));
    assertThat(joined(words(Map.of()), new Scored(dark, true)).ruling())
        .isEqualTo(Ruling.QUARANTINE);
    assertThat(joined(words(Map.of()), new Scored(dark, false)).ruling()).isEqualTo(Ruling.BLOCK);
  }

  @Test
  void s4_22_the_organizations_thresholds_hold_for_the_model_as_well() {
    assertThat(
            Joined.of(words(Map.of()), seen(Category.SEXUAL, 0.5), "m-1", new Thresholds(0.5, 0.9))
                .ruling())
        .isEqualTo(Ruling.QUARANTINE);
  }

  @Test
  void b52_without_the_model_the_words_decide_and_say_why() {
    final Opinion alone = Joined.without(words(Map.of(Category.VIOLENCE, 0.7)), Doubt.TIMED_OUT);
    assertThat(alone.ruling()).isEqualTo(Ruling.QUARANTINE);
    assertThat(alone.by()).isEqualTo("keywords");
    assertThat(alone.reasons()).containsExactly("by words", "model: timed out");
  }

  private static Opinion joined(final Opinion words, final Scored seen) {
    return Joined.of(words, seen, "m-1", Thresholds.STANDARD);
  }

  private static Opinion words(final Map<Category, Double> scores) {
    return Opinion.of(
        Scores.of(scores), false, Thresholds.STANDARD, "keywords", List.of("by words"));
  }

  private static Scored seen(final Category category, final double score) {
    return new Scored(Scores.of(Map.of(category, score)), false);
  }
}
