package io.gatehouse.addresses;

import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters said one by one: "lima echo", "L as in Lima", "ex ray". */
final class Spelling {

  private static final Map<String, Character> LETTERS = letters();
  private static final Set<String> AS = Set.of("as", "for", "like", "wie", "comme", "como", "come");
  private static final int MAX_GAP = 3;
  private static final int MAX_LETTERS = 30;

  /** So many letters in a row are spelled on purpose. */
  private static final int FEWEST = 3;

  private Spelling() {}

  /** A word that was spelled, and the token behind it. */
  record Spelled(String word, int behind) {}

  /** The word that is spelled from a token on, or null. */
  static @Nullable Spelled at(final List<Token> tokens, final int first) {
    final StringBuilder word = new StringBuilder();
    int said = 0;
    int i = first;
    while (i < tokens.size()
        && word.length() < MAX_LETTERS
        && (i == first || near(tokens, i))
        && letter(tokens.get(i)) != 0) {
      said += tokens.get(i).word().length() > 1 ? 1 : 0;
      word.append(letter(tokens.get(i)));
      i = behind(tokens, i);
    }
    return word.length() < FEWEST || said == 0 ? null : new Spelled(word + "", i);
  }

  private static boolean near(final List<Token> tokens, final int i) {
    return tokens.get(i).from() - tokens.get(i - 1).to() <= MAX_GAP;
  }

  private static char letter(final Token token) {
    final String word = token.word();
    if (word.length() == 1) {
      final char c = word.charAt(0);
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
    }
    return "ex".equals(word) ? 'x' : LETTERS.getOrDefault(word, (char) 0);
  }

  /** Behind the letter, and behind what explains it: "as in lima", "ray". */
  private static int behind(final List<Token> tokens, final int i) {
    final String word = tokens.get(i).word();
    if ("ex".equals(word)) {
      return i + 1 < tokens.size() && "ray".equals(tokens.get(i + 1).word()) ? i + 2 : i + 1;
    }
    if (word.length() > 1 || i + 2 >= tokens.size() || !AS.contains(tokens.get(i + 1).word())) {
      return i + 1;
    }
    final int named = "in".equals(tokens.get(i + 2).word()) ? i + 3 : i + 2;
    final boolean explains =
        named < tokens.size() && tokens.get(named).word().startsWith(word) && !word.isEmpty();
    return explains ? named + 1 : i + 1;
  }

  private static Map<String, Character> letters() {
    final Map<String, Character> letters = new HashMap<>();
    for (final String line : DataFile.read("spelling.txt").lines()) {
      final String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        letters.put(words[i], words[0].charAt(0));
      }
    }
    return letters;
  }
}
