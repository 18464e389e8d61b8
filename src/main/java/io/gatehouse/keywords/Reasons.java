package io.gatehouse.keywords;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.categories.Category;

/** What is said of a rule that has no reason of its own. */
final class Reasons {

  private final String rule;

  Reasons(final DataFile file) {
    this.rule = file.lines().getFirst();
  }

  /**
   * @param place of the rule in the organization's list, from 0
   */
  String rule(final int place, final Category category) {
    return rule.formatted(place + 1, category.wire());
  }
}
