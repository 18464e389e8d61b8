package io.gatehouse.keywords;

import io.gatehouse.canonical.Folder;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Phrases by their words, so that a thousand cost no more to look for than one. */
final class WordTable {

  /** Longest phrase, in words. */
  static final int LONGEST = 8;

  private final Map<String, List<Integer>> entries = new HashMap<>();
  private int longest;

  /** A phrase that stands in a text. */
  @FunctionalInterface
  interface Hit {
    void at(int entry, int from, int to);
  }

  /** How many words a phrase is read as. */
  static int length(final String phrase) {
    return words(phrase).size();
  }

  void add(final String phrase, final int entry) {
    final List<String> words = words(phrase);
    longest = Math.max(longest, words.size());
    entries.computeIfAbsent(String.join(" ", words), unseen -> new ArrayList<>(1)).add(entry);
  }

  void find(final List<Token> tokens, final Hit hit) {
    for (int from = 0; from < tokens.size(); from++) {
      final StringBuilder phrase = new StringBuilder();
      for (int to = from; to < Math.min(tokens.size(), from + longest); to++) {
        phrase.append(to == from ? "" : " ").append(tokens.get(to).word());
        for (final int entry : entries.getOrDefault(phrase.toString(), List.of())) {
          hit.at(entry, from, to + 1);
        }
      }
    }
  }

  private static List<String> words(final String phrase) {
    return Tokenizer.cut(Folder.plain(phrase)).stream()
        .map(Token::word)
        .collect(Collectors.toList());
  }
}
