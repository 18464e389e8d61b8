package io.gatehouse.keywords;

import io.gatehouse.categories.Category;
import java.util.List;
import java.util.Optional;

/**
 * A rule of an organization's own (S4.10).
 *
 * @param words words or phrases of which one is enough; where there is a pattern, none
 * @param weight how sure it makes one, 0 to {@value #MOST}; 0 says that these words mean nothing
 *     here, so that no other rule and no phrase of ours reads them
 */
public record Rule(
    Category category, List<String> words, Optional<Expression> pattern, double weight) {

  /** Words alone never make anybody surer than this (S4.8). */
  public static final double MOST = 0.95;

  public Rule {
    words = List.copyOf(words);
    if (!(weight >= 0 && weight <= MOST)) {
      throw new IllegalArgumentException("weight: 0 to " + MOST);
    }
  }

  /** Whether a phrase has words at all, and few enough. */
  public static boolean readable(final String phrase) {
    final int words = WordTable.length(phrase);
    return words >= 1 && words <= WordTable.LONGEST;
  }

  boolean excuses() {
    return weight == 0;
  }
}
