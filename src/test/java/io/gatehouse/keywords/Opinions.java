package io.gatehouse.keywords;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Thresholds;
import java.util.List;
import java.util.Optional;

/** What is thought of texts in tests. */
final class Opinions {

  static final Keywords KEYWORDS = Keywords.standard();

  private Opinions() {}

  static Opinion of(final String text) {
    return of(text, Rules.NONE);
  }

  static Opinion of(final String text, final Rules rules) {
    return KEYWORDS.opinion(text, rules, Thresholds.STANDARD);
  }

  static Rule words(final Category category, final double weight, final String... words) {
    return new Rule(category, List.of(words), Optional.empty(), weight);
  }

  static Rule pattern(final Category category, final double weight, final String pattern) {
    return new Rule(category, List.of(), Optional.of(Expression.of(pattern)), weight);
  }
}
