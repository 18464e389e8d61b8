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

  private static final double TOLD = 0.7;
  private static final double CUED = 0.35;
  private static final int IDENTIFIER_REACH = 7;
  private static final String CURRENCY = "$€£¥₹%";

  private PhoneContext() {}

  static double weigh(final Window window, final PhoneShape shape) {
    final Reading reading = window.reading();
    final boolean stripped = shape.spoken() && Told.stripped(window);
    final boolean told = stripped || Told.outright(window);
    if (notANumber(window, shape, told)
        || (!window.plus() && identifier(reading, window))
        || (!told && Series.is(window))) {
      return -1;
    }
    final int first = window.firstWord();
    final int behind = window.behindWord();
    final double sum = crowd(window, shape) + (told ? TOLD : named(window, shape));
    final boolean american = "phone.nanp".equals(shape.rule());
    final double spoken = sum == 0 && american && !alone(reading, first, behind) ? SPOKEN_OF : 0;
    return unit(reading, behind) && !told ? sum - 0.7 : sum + spoken;
  }

  /** What the words before and behind say. */
  private static double named(final Window window, final PhoneShape shape) {
    final Reading reading = window.reading();
    final int first = window.firstWord();
    final int behind = window.behindWord();
    final Named named = window.plus() ? Named.NOTHING : Named.by(window);
    if (named == Named.OTHER) {
      return reading.says("phone_cue", behind, behind + NEAR) ? -0.35 : -0.7;
    }
    if (tabled(window) && Named.label(reading, behind, behind + NEAR)) {
      return -0.5;
    }
    double sum = window.cued() ? CUED : label(reading, first, NEAREST) ? -0.2 : 0;
    if (label(reading, first, NEAR) && named != Named.PHONE) {
      sum -= shape.grouped() ? 0.2 : 0.6;
    } else if (Named.label(reading, first - AROUND, first)
        || Named.label(reading, behind, behind + NEAR)) {
      sum -= shape.grouped() ? 0.1 : 0.3;
    }
    return sum;
  }

  private static boolean tabled(final Window window) {
    final int marks = window.reading().text().marks(window.start(), window.end());
    return (marks & Mark.HTML_TABLE.bit()) != 0;
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
    int said = 0;
    for (final Token word : reading.words()) {
      said += word.isBreak() ? 0 : 1;
      if (said > behind - first) {
        return false;
      }
    }
    return true;
  }

  private static boolean label(final Reading reading, final int first, final int near) {
    return Named.label(reading, first - near, first);
  }

  private static boolean unit(final Reading reading, final int behind) {
    return reading.says("unit", behind, behind + 1);
  }

  /** Inside a longer identifier, an amount, a version or a coordinate. */
  private static boolean notANumber(
      final Window window, final PhoneShape shape, final boolean told) {
    final Canonical text = window.reading().text();
    final int start = window.start();
    final int end = window.end();
    final char before = text.at(start - 1);
    final char after = text.at(end);
    return Tokenizer.wordy(before)
        || before == '_'
        || after == '_'
        || (before == '#' && !shape.grouped() && !told)
        || (CURRENCY.indexOf(before) >= 0 && before != 0 && !told && !dotted(window, shape))
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
    return programme(reading, window.behindWord());
  }

  /** "RC0001": the account of a programme behind a business number (Canada Revenue Agency). */
  private static boolean programme(final Reading reading, final int behind) {
    if (behind >= reading.words().size()) {
      return false;
    }
    final String word = reading.words().get(behind).word();
    return word.length() == 6
        && figured(word)
        && word.chars().limit(2).allMatch(Character::isLetter);
  }

  private static boolean figured(final String word) {
    return word.length() > 2 && word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean digit(final char c) {
    return c >= '0' && c <= '9';
  }
}
