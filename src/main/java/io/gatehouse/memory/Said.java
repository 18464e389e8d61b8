package io.gatehouse.memory;

import io.gatehouse.base.Role;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.recognition.Reading;

/**
 * A message of the conversation.
 *
 * @param message its index in the conversation
 */
public record Said(int message, Role sender, Reading reading) {

  Canonical text() {
    return reading.text();
  }

  /** Whether a word of the class stands anywhere in it. */
  boolean says(final String type) {
    return reading.says(type, 0, reading.words().size());
  }

  Lexicon lexicon() {
    return reading.context().lexicon();
  }

  boolean brief() {
    return text().length() <= Talk.MAX_FRAGMENT;
  }

  /** Whether it holds a question. */
  boolean asks() {
    return reading.words().stream().anyMatch(word -> Token.QUESTION.equals(word.word()));
  }
}
