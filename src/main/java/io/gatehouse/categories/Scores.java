package io.gatehouse.categories;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How sure somebody is of each category, 0 to 1; always of all of them (S4.11). */
public final class Scores {

  public static final Scores NONE = new Scores(new EnumMap<>(Category.class));

  private final Map<Category, Double> values;

  private Scores(final EnumMap<Category, Double> given) {
    for (final Category category : Category.values()) {
      given.putIfAbsent(category, 0.0);
    }
    this.values = Collections.unmodifiableMap(given);
  }

  /** What is not given is 0; what is out of range is brought into it (S4.12). */
  public static Scores of(final Map<Category, Double> given) {
    final var clamped = new EnumMap<Category, Double>(Category.class);
    given.forEach(
        (category, score) -> clamped.put(category, score.isNaN() ? 0 : Math.clamp(score, 0, 1)));
    return new Scores(clamped);
  }

  public double of(final Category category) {
    return values.getOrDefault(category, 0.0);
  }

  /** The highest of some categories, 0 when there are none. */
  public double highest(final Predicate<Category> which) {
    return values.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  /** Of each category the higher one. */
  public Scores or(final Scores other) {
    final var higher = new EnumMap<>(values);
    other.values.forEach((category, score) -> higher.merge(category, score, Math::max));
    return new Scores(higher);
  }

  /** By name, in a fixed order, for JSON. */
  public Map<String, Double> wire() {
    final Map<String, Double> shown = new LinkedHashMap<>();
    values.forEach((category, score) -> shown.put(category.wire(), score));
    return Collections.unmodifiableMap(shown);
  }

  @Override
  public boolean equals(final Object other) {
    return other instanceof final Scores scores && scores.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
