package io.gatehouse.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the words, ideas and rules that features are made of: cheaper to compare. */
final class Symbols {

  /** What was not there when the numbers were given out. */
  static final int UNKNOWN = -1;

  /** The empty text. */
  static final int NOTHING = 0;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private boolean closed;

  Symbols() {
    of("");
  }

  /** The number of a text; a new one, unless closed. */
  int of(final String text) {
    final Integer number = numbers.get(text);
    if (number != null) {
      return number;
    } else if (closed) {
      return UNKNOWN;
    }
    numbers.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  String text(final int number) {
    return texts.get(number);
  }

  /** From here on nothing changes, so that many threads may read. */
  void close() {
    closed = true;
  }
}
