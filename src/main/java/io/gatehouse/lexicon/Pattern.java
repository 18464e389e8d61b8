package io.gatehouse.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * The little language of phrase files: words, {@code {class}}, {@code (a|b c)}, {@code word?} for
 * what may be missing, {@code ..} for up to two words between and {@code ...} for up to eight,
 * {@code ^} and {@code $} for the ends of a sentence.
 */
final class Pattern {

  private static final int NARROW = 2;
  private static final int WIDE = 8;

  private final String source;
  private int at;

  private Pattern(final String source) {
    this.source = source;
  }

  /** Adds every reading of a pattern below a state, ending in the line. */
  static void add(final Node root, final String source, final Line line) {
    for (final Node end : new Pattern(source).alternatives(List.of(root))) {
      end.end(line);
    }
  }

  private List<Node> alternatives(final List<Node> starts) {
    final List<Node> ends = new ArrayList<>(sequence(starts));
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      ends.addAll(sequence(starts));
    }
    return ends;
  }

  private List<Node> sequence(final List<Node> starts) {
    List<Node> here = starts;
    while (at < source.length() && "|)".indexOf(source.charAt(at)) < 0) {
      if (source.charAt(at) == ' ') {
        at++;
      } else {
        here = optional(here, element(here));
      }
    }
    return here;
  }

  private List<Node> optional(final List<Node> before, final List<Node> after) {
    if (at >= source.length() || source.charAt(at) != '?') {
      return after;
    }
    at++;
    final List<Node> both = new ArrayList<>(before);
    both.addAll(after);
    return both;
  }

  private List<Node> element(final List<Node> starts) {
    final char c = source.charAt(at);
    if (c == '(') {
      at++;
      final List<Node> ends = alternatives(starts);
      at++;
      return ends;
    }
    final String word = word();
    return starts.stream().map(node -> step(node, word)).distinct().toList();
  }

  private static Node step(final Node node, final String word) {
    if (word.startsWith("{")) {
      return node.slot(word.substring(1, word.length() - 1));
    } else if ("...".equals(word)) {
      return node.skip(WIDE);
    }
    return "..".equals(word) ? node.skip(NARROW) : node.word(word);
  }

  private String word() {
    final int from = at;
    if (source.charAt(at) == '{') {
      at = source.indexOf('}', at) + 1;
      if (at == 0) {
        throw new IllegalArgumentException("unclosed class in: " + source);
      }
      return source.substring(from, at);
    }
    while (at < source.length() && " |()?".indexOf(source.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw new IllegalArgumentException("cannot read at " + at + ": " + source);
    }
    return source.substring(from, at);
  }
}
