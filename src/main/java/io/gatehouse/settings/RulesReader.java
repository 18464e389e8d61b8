package io.gatehouse.settings;

import io.gatehouse.categories.Category;
import io.gatehouse.json.Part;
import io.gatehouse.keywords.Expression;
import io.gatehouse.keywords.Rule;
import io.gatehouse.keywords.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an organization's own rules for its content (S4.10). */
final class RulesReader {

  private static final int MOST_RULES = 500;
  private static final int MOST_WORDS = 2_000;
  private static final int LONGEST_WORDS = 100;

  /** Of all rules together. */
  private static final int MOST_CHARACTERS = 200_000;

  /** Every pattern is tried on every message, so that there may not be as many as words. */
  private static final int MOST_PATTERNS = 100;

  /** What all patterns together cost at each character, so that a long message takes no second. */
  private static final int MOST_STEPS = 5_000;

  private RulesReader() {}

  static Rules read(final Part part, final boolean replaceDefaults) {
    final List<Rule> rules = new ArrayList<>();
    for (final Part item : part.items(MOST_RULES)) {
      rule(item).ifPresent(rules::add);
    }
    return fits(part, rules) ? Rules.of(rules, replaceDefaults) : Rules.NONE;
  }

  private static boolean fits(final Part part, final List<Rule> rules) {
    final int characters = rules.stream().mapToInt(RulesReader::size).sum();
    if (characters > MOST_CHARACTERS) {
      part.refuse("must be at most " + MOST_CHARACTERS + " characters of words and patterns");
      return false;
    }
    final List<Expression> patterns =
        rules.stream().flatMap(rule -> rule.pattern().stream()).toList();
    if (patterns.size() > MOST_PATTERNS) {
      part.refuse("must be at most " + MOST_PATTERNS + " rules with a pattern");
      return false;
    }
    if (patterns.stream().mapToInt(Expression::size).sum() > MOST_STEPS) {
      part.refuse("must be fewer or simpler patterns: together they are too large once unrolled");
      return false;
    }
    return true;
  }

  private static int size(final Rule rule) {
    return rule.words().stream().mapToInt(String::length).sum()
        + rule.pattern().map(pattern -> pattern.source().length()).orElse(0);
  }

  private static Optional<Rule> rule(final Part part) {
    part.only(Set.of("category", "words", "pattern", "weight"));
    final Optional<Category> category =
        part.at("category").needed().oneOf(Category.values(), Category::wire);
    final Optional<Double> weight = part.at("weight").needed().number(0, Rule.MOST);
    final List<String> words = words(part.at("words"));
    final Optional<Expression> pattern = pattern(part.at("pattern"));
    if (part.at("words").missing() == part.at("pattern").missing()) {
      part.refuse("must have words or a pattern, and not both");
      return Optional.empty();
    }
    return category.isEmpty() || weight.isEmpty() || (words.isEmpty() && pattern.isEmpty())
        ? Optional.empty()
        : Optional.of(new Rule(category.get(), words, pattern, weight.get()));
  }

  private static List<String> words(final Part part) {
    final List<String> words = new ArrayList<>();
    for (final Part item : part.items(MOST_WORDS)) {
      item.needed()
          .text(RulesReader::readable, "1 to 8 words, at most " + LONGEST_WORDS + " characters")
          .ifPresent(words::add);
    }
    return words;
  }

  private static boolean readable(final String phrase) {
    return phrase.length() <= LONGEST_WORDS && Rule.readable(phrase);
  }

  private static Optional<Expression> pattern(final Part part) {
    return part.line(Expression.LONGEST).flatMap(source -> compiled(part, source));
  }

  private static Optional<Expression> compiled(final Part part, final String source) {
    try {
      return Optional.of(Expression.of(source));
    } catch (final IllegalArgumentException refused) {
      part.refuse(String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }
}
