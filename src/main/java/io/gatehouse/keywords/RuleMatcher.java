package io.gatehouse.keywords;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/** Tries the rules of an organization on a text. */
final class RuleMatcher {

  /** Places at which one pattern excuses words; no honest text has more. */
  private static final int MOST_PLACES = 1_000;

  private final List<Rule> rules;
  private final WordTable table = new WordTable();

  RuleMatcher(final List<Rule> rules) {
    this.rules = rules;
    for (int i = 0; i < rules.size(); i++) {
      for (final String words : rules.get(i).words()) {
        table.add(words, i);
      }
    }
  }

  /** The tokens that a rule of weight 0 says mean nothing here. */
  BitSet excused(final Canonical text, final List<Token> tokens) {
    final BitSet excused = new BitSet();
    table.find(
        tokens,
        (rule, from, to) -> {
          if (rules.get(rule).excuses()) {
            excused.set(from, to);
          }
        });
    each(true, rule -> excuse(rules.get(rule), text, tokens, excused));
    return excused;
  }

  /** The places of the rules that say something, each once. */
  List<Integer> found(final Canonical text, final List<Token> tokens, final BitSet excused) {
    final BitSet found = new BitSet();
    table.find(
        tokens,
        (rule, from, to) -> {
          if (!rules.get(rule).excuses() && excused.get(from, to).isEmpty()) {
            found.set(rule);
          }
        });
    each(false, rule -> found.set(rule, found.get(rule) || matches(rule, text, tokens, excused)));
    return found.stream().boxed().toList();
  }

  private void each(final boolean excuses, final IntConsumer action) {
    for (int i = 0; i < rules.size(); i++) {
      final Rule rule = rules.get(i);
      if (rule.pattern().isPresent() && rule.excuses() == excuses) {
        action.accept(i);
      }
    }
  }

  private boolean matches(
      final int rule, final Canonical text, final List<Token> tokens, final BitSet excused) {
    return places(rules.get(rule), text, tokens).stream().anyMatch(at -> !at.intersects(excused));
  }

  private static void excuse(
      final Rule rule, final Canonical text, final List<Token> tokens, final BitSet excused) {
    places(rule, text, tokens).forEach(excused::or);
  }

  /** The tokens under each match of a rule's pattern. */
  private static List<BitSet> places(
      final Rule rule, final Canonical text, final List<Token> tokens) {
    final List<BitSet> places = new ArrayList<>();
    rule.pattern()
        .ifPresent(
            pattern -> {
              final var matcher = pattern.compiled().matcher(text.text(0, text.length()));
              int token = 0;
              while (places.size() < MOST_PLACES && matcher.find()) {
                final BitSet place = new BitSet();
                while (token < tokens.size() && tokens.get(token).to() <= matcher.start()) {
                  token++;
                }
                for (int i = token;
                    i < tokens.size() && tokens.get(i).from() < matcher.end();
                    i++) {
                  place.set(i);
                }
                places.add(place);
              }
            });
    return places;
  }
}
