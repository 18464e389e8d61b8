package io.gatehouse.keywords;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Scores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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

  private final List<Counted> counted = new ArrayList<>();

  /** A phrase, and what is left of its weight. */
  private record Counted(Said said, double score) {}

  Verdict(final List<Said> all) {
    final Map<Integer, Set<Said>> excuses = new HashMap<>();
    all.stream()
        .filter(said -> said.weight() < 0)
        .forEach(
            said ->
                excuses
                    .computeIfAbsent(said.sentence(), unseen -> new LinkedHashSet<>())
                    .add(said));
    all.stream()
        .filter(said -> said.weight() > 0)
        .forEach(said -> count(said, excuses.getOrDefault(said.sentence(), Set.of())));
  }

  /** What speaks against all that a phrase says; who only excuses a part excuses nothing. */
  private void count(final Said said, final Set<Said> excuses) {
    final double excuse =
        excuses.stream()
            .filter(other -> other.topics().containsAll(said.topics()))
            .mapToDouble(Said::weight)
            .min()
            .orElse(0);
    if (said.weight() + excuse > 0) {
      counted.add(new Counted(said, said.weight() + excuse));
    }
  }

  Scores scores() {
    final Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (final Category category : Category.values()) {
      scores.put(category, highest(category.wire()));
    }
    return Scores.of(scores);
  }

  boolean help() {
    return highest(Said.HELP) >= SAYS;
  }

  /** Of what counts, each once, in the order of the text. */
  List<String> reasons() {
    return counted.stream()
        .filter(one -> one.score() >= SAYS)
        .map(one -> one.said().reason())
        .distinct()
        .toList();
  }

  private double highest(final String topic) {
    return counted.stream()
        .filter(one -> one.said().about(topic))
        .mapToDouble(Counted::score)
        .max()
        .orElse(0);
  }
}
