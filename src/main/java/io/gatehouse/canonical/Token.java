package io.gatehouse.canonical;

import org.jspecify.annotations.Nullable;

/**
 * A word, number or sentence end of the canonical text.
 *
 * @param from first canonical index
 * @param to one behind the last
 * @param word folded and undisguised; {@link #BREAK} where a sentence ends, "?" for a question
 * @param disguise how the word was hidden, or null
 */
public record Token(int from, int to, String word, @Nullable String disguise) {

  public static final String BREAK = ".";
  public static final String QUESTION = "?";

  Token(final int from, final int to, final String word) {
    this(from, to, word, null);
  }

  public boolean isBreak() {
    return BREAK.equals(word) || QUESTION.equals(word);
  }

  public boolean isNumber() {
    final char c = word.isEmpty() ? 0 : word.charAt(0);
    return c >= '0' && c <= '9';
  }
}
