package io.gatehouse.intent;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ideas that words stand for, in every language: "skip", "contourner" and "ohne" all speak of
 * doing without. The files hold lines {@code {concept} word | two words | begin*}, where a star
 * stands for any ending.
 */
final class Concepts {

  /** Stems shorter than this stand for too many words. */
  private static final int SHORTEST_STEM = 3;

  private final Step root = new Step();
  private final Symbols symbols;

  private Concepts(final Symbols symbols) {
    this.symbols = symbols;
  }

  private static final class Step {
    private final Map<String, Step> words = new HashMap<>(2);
    private final Stems<Step> stems = new Stems<>();
    private final List<Integer> concepts = new ArrayList<>(1);
  }

  static Concepts of(final List<DataFile> files, final Symbols symbols) {
    final Concepts concepts = new Concepts(symbols);
    files.forEach(file -> file.lines().forEach(concepts::define));
    return concepts;
  }

  /** Adds the concepts of the words that begin at an index. */
  void tag(final List<Token> words, final int from, final int to, final Tags tags) {
    walk(root, words, from, from, to, tags);
  }

  private static void walk(
      final Step step,
      final List<Token> words,
      final int from,
      final int at,
      final int to,
      final Tags tags) {
    for (int i = 0; i < step.concepts.size(); i++) {
      tags.add(from, at, step.concepts.get(i));
    }
    if (at == to) {
      return;
    }
    final String word = words.get(at).word();
    final Step exact = step.words.get(word);
    if (exact != null) {
      walk(exact, words, from, at + 1, to, tags);
    }
    final Step stem = step.stems.longest(word);
    if (stem != null) {
      walk(stem, words, from, at + 1, to, tags);
    }
  }

  private void define(final String line) {
    final int close = line.indexOf('}');
    final String concept = line.substring(1, close);
    for (final String entry : line.substring(close + 1).split("\\|")) {
      Step step = root;
      for (final String word : entry.strip().split(" +")) {
        step = word.endsWith("*") ? stemmed(step, word) : worded(step, word);
      }
      step.concepts.add(symbols.of(concept));
    }
  }

  private static Step stemmed(final Step step, final String word) {
    final String stem = word.substring(0, word.length() - 1);
    if (stem.length() < SHORTEST_STEM) {
      throw new IllegalArgumentException("too short a stem: " + word);
    }
    Step next = step;
    final List<String> parts = fold(stem);
    for (final String part : parts.subList(0, parts.size() - 1)) {
      next = next.words.computeIfAbsent(part, unseen -> new Step());
    }
    return next.stems.of(parts.getLast(), Step::new);
  }

  private static Step worded(final Step step, final String word) {
    Step next = step;
    for (final String part : fold(word)) {
      next = next.words.computeIfAbsent(part, unseen -> new Step());
    }
    return next;
  }

  /** A word as the tokenizer would hand it over; "n't" and "l'" may make two of it. */
  private static List<String> fold(final String word) {
    return Tokenizer.cut(Folder.plain(word)).stream().map(Token::word).toList();
  }
}
