package io.gatehouse.spam;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Signs that stand in single characters, whatever they mean. */
final class Letters {

  /** S2, upstream: a name of more is long. */
  private static final int LONG = 100;

  /** "AAA Movers" and "brrr" are ordinary. */
  private static final int REPEATED = 5;

  private static final int DIGITS = 4;

  /** Years are no serial numbers: "Studio 1984". */
  private static final int FIRST_YEAR = 1000;

  private static final int LAST_YEAR = 2099;

  /** Mathematical letters, which pretend to be bold or cursive. */
  private static final int STYLED_FROM = 0x1D400;

  private static final int STYLED_TO = 0x1D7FF;

  /** "$$$" is enough. */
  private static final int REPEATED_MONEY = 3;

  /** Shorter words without a vowel are initials. */
  private static final int MASHED = 5;

  private static final String VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ";

  /** Alphabets that share shapes; others stand side by side honestly, as in Japanese. */
  private static final Set<UnicodeScript> ALIKE =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE,
          UnicodeScript.COPTIC,
          UnicodeScript.LISU);

  private final int[] text;

  Letters(final String text) {
    this.text = text.strip().codePoints().toArray();
  }

  static List<Sighting> find(final String text, final SpamKind kind) {
    final Letters letters = new Letters(text);
    final List<Sighting> seen = new ArrayList<>();
    add(seen, letters.mixed(), "mixed_scripts", Sign.MIXED_SCRIPTS);
    add(seen, letters.styled(), "styled_letters", Sign.MIXED_SCRIPTS);
    add(seen, letters.repeated(), "repeated", Sign.REPEATED);
    if (kind.isName()) {
      add(seen, letters.text.length > LONG, "long", Sign.LONG);
      add(seen, letters.tooShort(), "short", Sign.SHORT);
      add(seen, letters.figures(), "digits", Sign.DIGITS);
      add(seen, letters.mashed(), "test_name", Sign.TEST_NAME);
    }
    return seen;
  }

  private static void add(
      final List<Sighting> seen, final boolean is, final String code, final Sign sign) {
    if (is) {
      seen.add(Sighting.proof(code, sign));
    }
  }

  private boolean mixed() {
    final Set<UnicodeScript> word = EnumSet.noneOf(UnicodeScript.class);
    for (final int character : text) {
      if (!Character.isLetter(character)) {
        if (!joins(character)) {
          word.clear();
        }
        continue;
      }
      final UnicodeScript script = UnicodeScript.of(character);
      if (ALIKE.contains(script) && word.add(script) && word.size() > 1) {
        return true;
      }
    }
    return false;
  }

  /** Accents and what cannot be seen do not end a word. */
  private static boolean joins(final int character) {
    final int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  private boolean styled() {
    for (final int character : text) {
      if (character >= STYLED_FROM && character <= STYLED_TO) {
        return true;
      }
    }
    return false;
  }

  private boolean repeated() {
    int run = 0;
    int last = -1;
    for (final int character : text) {
      final int lower = Character.toLowerCase(character);
      run = lower == last && character != ' ' ? run + 1 : 1;
      last = lower;
      if (run >= most(character)) {
        return true;
      }
    }
    return false;
  }

  private static int most(final int character) {
    if (Character.isDigit(character)) {
      return Integer.MAX_VALUE;
    }
    return Character.getType(character) == Character.CURRENCY_SYMBOL ? REPEATED_MONEY : REPEATED;
  }

  /** Keys struck at random: one word of small Latin letters without a vowel, such as "hjkhjk". */
  private boolean mashed() {
    for (final int character : text) {
      if (!Character.isLowerCase(character)
          || UnicodeScript.of(character) != UnicodeScript.LATIN
          || VOWELS.indexOf(character) >= 0) {
        return false;
      }
    }
    return text.length >= MASHED;
  }

  /** A single character, or nothing to say aloud; one Chinese character may be a name. */
  private boolean tooShort() {
    int letters = 0;
    for (final int character : text) {
      if (Character.isIdeographic(character)) {
        return false;
      }
      letters += Character.isLetterOrDigit(character) ? 1 : 0;
    }
    return letters < 2;
  }

  private boolean figures() {
    int run = 0;
    int value = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i < text.length && Character.isDigit(text[i])) {
        run++;
        value = run > DIGITS ? value : value * 10 + Character.digit(text[i], 10);
      } else {
        if (run >= DIGITS && !year(run, value, i)) {
          return true;
        }
        run = 0;
        value = 0;
      }
    }
    return false;
  }

  private boolean year(final int run, final int value, final int end) {
    final int before = end - run - 1;
    final boolean apart = before < 0 || !Character.isLetter(text[before]);
    return run == DIGITS && apart && value >= FIRST_YEAR && value <= LAST_YEAR;
  }
}
