package io.gatehouse.lexicon;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Figures and signs that stand for letters: "s1te", "p@y". */
final class Leet {

  private static final String SIGNS = "01345789@$!|";
  private static final String LETTERS = "oieastbgasii";

  /** "1st" and "4th" are ordinary. */
  private static final int LONGEST_ORDINAL = 4;

  private final Lexicon lexicon;
  private final Set<String> watched;

  Leet(final Lexicon lexicon, final Set<String> watched) {
    this.lexicon = lexicon;
    this.watched = watched;
  }

  /** The letter a sign stands for, as a word of one letter; null for none. */
  static @Nullable String letter(final char sign) {
    final int at = SIGNS.indexOf(sign);
    return at < 0 ? null : LETTERS.substring(at, at + 1);
  }

  /** The word that is meant, or null; a "1" may be an i or an l. */
  @Nullable String plain(final String word) {
    if (word.length() < 2 || !signed(word)) {
      return null;
    }
    final StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      final int at = SIGNS.indexOf(word.charAt(i));
      plain.append(at >= 0 ? LETTERS.charAt(at) : word.charAt(i));
    }
    final String asI = plain.toString();
    if (meant(word, asI)) {
      return asI;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '1' || word.charAt(i) == '!') {
        plain.setCharAt(i, 'l');
      }
    }
    final String asL = plain.toString();
    return meant(word, asL) ? asL : null;
  }

  private static boolean signed(final String word) {
    for (int i = 0; i < word.length(); i++) {
      if (SIGNS.indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Among letters a figure may stand for one in any word we know. */
  private boolean meant(final String written, final String plain) {
    final boolean inside =
        !Character.isDigit(written.charAt(0)) || written.length() > LONGEST_ORDINAL;
    return watched.contains(plain) || (inside && letters(written) && lexicon.speaks(plain));
  }

  private static boolean letters(final String word) {
    return 2 * word.chars().filter(Character::isLetter).count() >= word.length();
  }
}
