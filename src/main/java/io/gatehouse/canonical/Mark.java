package io.gatehouse.canonical;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What folding noticed about a character. The order is the order in which a disguise is named. */
public enum Mark {
  FULLWIDTH,
  EMOJI_DIGITS,
  ARABIC_INDIC,
  PERSIAN,
  DEVANAGARI,
  BENGALI,
  HTML_SPLIT_TAGS,
  HTML_ENTITIES,
  HTML_TABLE,
  HTML_HIDDEN,
  QUOTED_PRINTABLE,
  PERCENT_ENCODING,
  HOMOGLYPH,
  ZERO_WIDTH,
  EMOJI_HINT,
  /** Read from its end. */
  REVERSED,
  /** An upper-case letter: no disguise, but it tells names from words. */
  CAPITAL,
  /** Inside what a mail program sets off as history: no disguise. */
  QUOTED,
  /** Inside what a mail program sets off as a signature: no disguise. */
  SIGNED;

  private static final Mark[] ALL = values();

  private static final int HARMLESS = CAPITAL.bit() | QUOTED.bit() | SIGNED.bit();

  public int bit() {
    return 1 << ordinal();
  }

  /** The name of the first disguise among the bits, or null if there is none. */
  public static @Nullable String disguise(final int bits) {
    final int odd = bits & ~HARMLESS;
    for (final Mark mark : ALL) {
      if ((odd & mark.bit()) != 0) {
        return mark.name().toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }
}
