package io.gatehouse.memory;

import io.gatehouse.recognition.Reading;
import org.jspecify.annotations.Nullable;

/** Whether digits are said to be something else than a number to call. */
final class Labels {

  private Labels() {}

  /** Whether the message speaks of references, orders, amounts. */
  static boolean named(final Reading reading) {
    final int last = reading.words().size();
    if (reading.says("piece_first", 0, last) || Hints.turned(reading)) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (label(reading, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A word that can also speak of calling ("line") only names the digits right behind it; "in case"
   * and "in order" name nothing.
   */
  private static boolean label(final Reading reading, final int at) {
    final boolean label =
        reading.says("phone_label", at, at + 1) || reading.says("piece_label", at, at + 1);
    final boolean both = reading.says("phone_cue", at, at + 1);
    final boolean next = at + 1 < reading.words().size() && reading.words().get(at + 1).isNumber();
    return label && (!both || next) && !reading.says("in_word", at - 1, at);
  }

  /** Whether what was said before names the digits of a message: "order number?", "the isbn". */
  static boolean before(final Talk talk, final Said said) {
    final @Nullable Said before = talk.before(said);
    if (before == null || !before.brief()) {
      return false;
    }
    if (before.sender() != said.sender()) {
      return named(before.reading());
    }
    final boolean announced = !before.asks() && named(before.reading());
    return bare(said) && (announced || (bare(before) && before(talk, before)));
  }

  private static boolean bare(final Said said) {
    final @Nullable Fragment digits = Fragment.of(said.reading());
    return digits != null && digits.bare();
  }
}
