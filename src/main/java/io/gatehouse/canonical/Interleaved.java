package io.gatehouse.canonical;

import io.gatehouse.canonical.Digits.Kind;
import org.jspecify.annotations.Nullable;

/** Single figures parted by single letters: 4x1x6, s9u0n5. */
final class Interleaved {

  private static final int LONG = 7;

  private Interleaved() {}

  /** How the figures of a word are parted, or null if they are not one by one. */
  static @Nullable Kind kind(final String word) {
    final int first = figure(word.charAt(0)) ? 0 : 1;
    boolean same = first == 0;
    for (int i = first; i < word.length(); i++) {
      if (figure(word.charAt(i)) != ((i - first) % 2 == 0)) {
        return null;
      }
      same &= figure(word.charAt(i)) || word.charAt(i) == word.charAt(1);
    }
    final boolean whole = first == 0 ? figure(word.charAt(word.length() - 1)) : lengthy(word);
    return !whole ? null : same ? Kind.SPLIT : Kind.JUNK;
  }

  static String figures(final String word) {
    final StringBuilder digits = new StringBuilder();
    word.chars().filter(c -> figure((char) c)).forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static boolean lengthy(final String word) {
    return figures(word).length() >= LONG;
  }

  private static boolean figure(final char c) {
    return c >= '0' && c <= '9';
  }
}
