package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.recognition.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that is nothing but names and the signs between them, whether written or said: "at",
 * "inkhaven dot ca", "slash rates", "[at]".
 */
final class SpokenName {

  private static final int MAX_WORDS = 9;

  /** What may stand round a sign or say that it is one. */
  private static final String BRACKETS = " ()[]{}<>\"'";

  private final Lexicon lexicon;
  private final Canonical text;
  private final List<Token> tokens;
  private final StringBuilder name = new StringBuilder();
  private boolean afterName;

  SpokenName(final Reading reading, final Canonical text) {
    lexicon = reading.context().lexicon();
    this.text = text;
    tokens = Tokenizer.cut(text).stream().filter(token -> !token.isBreak()).toList();
  }

  /** The name with its signs, or null where anything else is said. */
  @Nullable String read() {
    if (tokens.size() > MAX_WORDS) {
      return null;
    }
    int end = 0;
    for (final Token token : tokens) {
      if (!gap(end, token.from()) || !word(token)) {
        return null;
      }
      end = token.to();
    }
    return gap(end, text.length()) && !name.isEmpty() ? name.toString() : null;
  }

  /** Written signs; false for anything that parts names. */
  private boolean gap(final int from, final int to) {
    for (int i = from; i < to; i++) {
      final char c = text.at(i);
      if ("@._-/:+".indexOf(c) >= 0) {
        sign(c);
      } else if (BRACKETS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean word(final Token token) {
    final char sign = spoken(token.word());
    if (sign != 0) {
      sign(sign);
    } else if (!lexicon.words("sign_talk").contains(token.word())) {
      return label(token);
    }
    return true;
  }

  private boolean label(final Token token) {
    if (afterName || lexicon.words("stopword").contains(token.word())) {
      return false;
    }
    name.append(text.text(token.from(), token.to()));
    afterName = true;
    return text.at(token.from()) < 0x80;
  }

  private void sign(final char c) {
    name.append(c);
    afterName = false;
  }

  private char spoken(final String word) {
    if (lexicon.words("at_word").contains(word)) {
      return '@';
    } else if (lexicon.words("dot_word").contains(word)) {
      return '.';
    } else if (lexicon.words("line_word").contains(word)) {
      return '_';
    } else if (lexicon.words("dash_word").contains(word)) {
      return '-';
    }
    return lexicon.words("slash_word").contains(word) ? '/' : 0;
  }
}
