package io.gatehouse.intent;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ideas that words stand for, in every language: "skip", "contourner" and "ohne" all speak of
 * doing without. The files hold lines {@code {concept} word | two words | begin*}, where a star
 * stands for any ending.
 */
final class Concepts {

  /** Stems shorter than this stand for too many words. */
  private static final int SHORTEST_STEM = 3;

  private final Step root = new Step();

  private Concepts() {}

  /** A concept that a stretch of words speaks of: from (inclusive) to (exclusive). */
  record Tag(int from, int to, String concept) {}

  private static final class Step {
    private final Map<String, Step> words = new HashMap<>(2);
    private final Map<String, Step> stems = new HashMap<>(2);
    private final List<String> concepts = new ArrayList<>(1);
  }

  static Concepts of(final List<DataFile> files) {
    final Concepts concepts = new Concepts();
    files.forEach(file -> file.lines().forEach(concepts::define));
    return concepts;
  }

  /** The concepts of a stretch of words, by where they begin. */
  List<Tag> tags(final List<Token> words, final int from, final int to) {
    final List<Tag> tags = new ArrayList<>(2 * (to - from));
    for (int i = from; i < to; i++) {
      walk(root, words, i, i, to, tags);
    }
    return tags;
  }

  private static void walk(
      final Step step,
      final List<Token> words,
      final int from,
      final int at,
      final int to,
      final List<Tag> tags) {
    step.concepts.forEach(concept -> tags.add(new Tag(from, at, concept)));
    if (at == to) {
      return;
    }
    final String word = words.get(at).word();
    final Step exact = step.words.get(word);
    if (exact != null) {
      walk(exact, words, from, at + 1, to, tags);
    }
    final Step stem = stem(step, word);
    if (stem != null) {
      walk(stem, words, from, at + 1, to, tags);
    }
  }

  /** The longest stem a word begins with. */
  private static @Nullable Step stem(final Step step, final String word) {
    if (step.stems.isEmpty()) {
      return null;
    }
    for (int length = word.length(); length >= SHORTEST_STEM; length--) {
      final Step found = step.stems.get(word.substring(0, length));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void define(final String line) {
    final int close = line.indexOf('}');
    final String concept = line.substring(1, close);
    for (final String entry : line.substring(close + 1).split("\\|")) {
      Step step = root;
      for (final String word : entry.strip().split(" +")) {
        step = word.endsWith("*") ? stemmed(step, word) : worded(step, word);
      }
      step.concepts.add(concept);
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
    return next.stems.computeIfAbsent(parts.getLast(), unseen -> new Step());
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
