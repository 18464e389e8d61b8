package io.gatehouse.keywords;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Scores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds up what the phrases of a text say: of each sentence the strongest, less what excuses it in
 * that sentence; of the text the strongest sentence.
 */
final class Verdict {

  /** From here on a phrase says it, rather than hints at it. */
  private static final double SAYS = 0.5;

  private final List<Said> all = new ArrayList<>();

  void add(final Said said) {
    all.add(said);
  }

  Scores scores() {
    final Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (final Category category : Category.values()) {
      scores.put(
          category, all.stream().mapToDouble(said -> score(said, category.wire())).max().orElse(0));
    }
    return Scores.of(scores);
  }

  boolean help() {
    return all.stream().anyMatch(said -> score(said, Said.HELP) >= SAYS);
  }

  /** Of what still counts, each once, in the order of the text. */
  List<String> reasons() {
    final Set<String> reasons = new LinkedHashSet<>();
    for (final Said said : all) {
      if (said.topics().stream().anyMatch(topic -> score(said, topic) >= SAYS)) {
        reasons.add(said.reason());
      }
    }
    return List.copyOf(reasons);
  }

  private double score(final Said said, final String topic) {
    return said.about(topic) && said.weight() > 0
        ? Math.max(0, Math.min(Rule.MOST, said.weight()) + excuse(said.sentence(), topic))
        : 0;
  }

  private double excuse(final int sentence, final String topic) {
    return all.stream()
        .filter(said -> said.sentence() == sentence && said.about(topic) && said.weight() < 0)
        .mapToDouble(Said::weight)
        .min()
        .orElse(0);
  }
}
