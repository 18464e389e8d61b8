package io.gatehouse.numbers;

import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.recognition.Reading;

/** What the nearest telling word before digits says they are. */
enum Named {
  /** Something to call. */
  PHONE,
  /** A reference, an amount, anything else. */
  OTHER,
  NOTHING;

  private static final int REACH = 7;
  private static final int NEAR = 3;

  static Named by(final Window window) {
    final Reading reading = window.reading();
    final int first = window.firstWord();
    int behind = window.start();
    for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
      final Token word = reading.words().get(i);
      if (word.isBreak() && says(reading, "abbreviated", i - 1)) {
        continue;
      }
      if (word.isBreak() || parted(reading, word.to(), behind)) {
        return NOTHING;
      }
      behind = word.from();
      final boolean number = says(reading, "neutral_cue", i);
      if (label(reading, i, i + 1) && !just(reading, i)) {
        return first - i <= NEAR || says(reading, "is_word", first - 1) ? OTHER : NOTHING;
      } else if (!number && says(reading, "phone_cue", i)) {
        return PHONE;
      } else if (number && i > 0 && "number".equals(word.word()) && noun(reading, i - 1)) {
        return OTHER;
      } else if (number && !label(reading, i - 1, i) && !of(reading, i)) {
        return PHONE;
      }
    }
    return NOTHING;
  }

  /** "part number", "player number": of what no call is made; a name's owner has a phone. */
  private static boolean noun(final Reading reading, final int i) {
    final Token word = reading.words().get(i);
    final boolean owned = word.word().length() != word.to() - word.from();
    final boolean named = reading.text().is(word.from(), Mark.CAPITAL);
    return !word.isBreak()
        && !owned
        && !named
        && !word.isNumber()
        && !says(reading, "phone_kind", i)
        && !parted(reading, word.to(), reading.words().get(i + 1).from());
  }

  /** "number of the order". */
  private static boolean of(final Reading reading, final int i) {
    return label(reading, i + 1, i + 4);
  }

  /** Whether a word that names something other than a phone stands in a range. */
  static boolean label(final Reading reading, final int from, final int to) {
    return reading.says("phone_label", from, to) || reading.says("number_label", from, to);
  }

  /** "just in case", "case of emergency". */
  private static boolean just(final Reading reading, final int i) {
    final boolean chance = i > 0 && "in".equals(reading.words().get(i - 1).word());
    final boolean event =
        i + 1 < reading.words().size() && "of".equals(reading.words().get(i + 1).word());
    return "case".equals(reading.words().get(i).word()) && (chance || event);
  }

  private static boolean parted(final Reading reading, final int from, final int to) {
    for (int i = from; i < to; i++) {
      if (",(;–—|".indexOf(reading.text().at(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(final Reading reading, final String type, final int i) {
    return reading.says(type, i, i + 1);
  }
}
