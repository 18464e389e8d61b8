package io.gatehouse.numbers;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.recognition.Reading;

/** What the words around digits say they are: something to call, or an invoice. */
final class PhoneContext {

  private static final int NEAR = 4;
  private static final int NEAREST = 2;
  private static final int AROUND = 8;

  /** Words that say nothing about the digits still make them less likely a reference. */
  private static final double SPOKEN_OF = 0.1;

  private static final int IDENTIFIER_REACH = 7;
  private static final String CURRENCY = "$€£¥₹%";

  private PhoneContext() {}

  static double weigh(final Window window, final PhoneShape shape) {
    final Reading reading = window.reading();
    if (notANumber(window, shape) || (!shape.international() && identifier(reading, window))) {
      return -1;
    }
    final int first = reading.tokenAt(window.start());
    final int behind = reading.tokenAt(window.end());
    double sum = crowd(window, shape);
    if (window.cued()) {
      sum += 0.35;
    } else if (label(reading, first, NEAREST)) {
      sum -= 0.2;
    }
    final boolean told = window.told();
    sum += told ? 0.5 : 0;
    if (label(reading, first, NEAR)) {
      sum -= shape.grouped() ? 0.2 : 0.6;
    } else if (reading.says("phone_label", first - AROUND, first)
        || reading.says("phone_label", behind, behind + NEAR)) {
      sum -= shape.grouped() ? 0.1 : 0.3;
    }
    final boolean american = "phone.nanp".equals(shape.rule());
    sum += sum == 0 && american && !alone(reading, first, behind) ? SPOKEN_OF : 0;
    return unit(reading, behind) ? sum - 0.7 : sum;
  }

  /** More digits hang on: less likely a number, unless its own groups stand out. */
  private static double crowd(final Window window, final PhoneShape shape) {
    if (shape.grouped() && "phone.nanp".equals(shape.rule())) {
      return window.continued() ? -0.25 : 0;
    }
    return window.crowded() ? -0.5 : 0;
  }

  /** Nothing was said but the digits. */
  private static boolean alone(final Reading reading, final int first, final int behind) {
    final long said = reading.words().stream().filter(word -> !word.isBreak()).count();
    return behind - first >= said;
  }

  private static boolean label(final Reading reading, final int first, final int near) {
    return reading.says("phone_label", first - near, first);
  }

  private static boolean unit(final Reading reading, final int behind) {
    return reading.says("unit", behind, behind + 1);
  }

  /** Inside a longer identifier, an amount, a version or a coordinate. */
  private static boolean notANumber(final Window window, final PhoneShape shape) {
    final Canonical text = window.reading().text();
    final int start = window.start();
    final int end = window.end();
    final char before = text.at(start - 1);
    final char after = text.at(end);
    return Tokenizer.wordy(before)
        || before == '_'
        || after == '_'
        || (before == '#' && !shape.grouped())
        || (CURRENCY.indexOf(before) >= 0 && before != 0 && !dotted(window, shape))
        || (after == '%' || after == '°')
        || (before == '-' && Tokenizer.wordy(text.at(start - 2)))
        || (after == '-' && Tokenizer.wordy(text.at(end + 1)))
        || (before == '.' && digit(text.at(start - 2)))
        || (after == '.' && digit(text.at(end + 1)));
  }

  /** No amount is written 604.555.0143. */
  private static boolean dotted(final Window window, final PhoneShape shape) {
    return shape.grouped() && window.size() == 3 && ".".equals(window.gap(window.from() + 1));
  }

  /** The tail of something like an IBAN: the word before is capitals with figures. */
  private static boolean identifier(final Reading reading, final Window window) {
    final int first = reading.tokenAt(window.start());
    for (int i = Math.max(0, first - 2); i < first; i++) {
      final Token word = reading.words().get(i);
      final boolean near = window.start() - word.to() <= IDENTIFIER_REACH;
      if (near && reading.text().is(word.from(), Mark.CAPITAL) && figured(word.word())) {
        return true;
      }
    }
    return false;
  }

  private static boolean figured(final String word) {
    return word.length() > 2 && word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean digit(final char c) {
    return c >= '0' && c <= '9';
  }
}
