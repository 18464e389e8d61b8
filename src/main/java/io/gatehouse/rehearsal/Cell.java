package io.gatehouse.rehearsal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** A text cut and filled up to a width of a terminal, whatever it is written in. */
final class Cell {

  private static final String CUT = "…";

  private Cell() {}

  static String of(final String text, final int width) {
    final String line = clipped(oneLine(text), width);
    return line + " ".repeat(Math.max(0, width - width(line)));
  }

  static String clipped(final String text, final int width) {
    if (width(text) <= width) {
      return text;
    }
    final var kept = new StringBuilder();
    int used = width(CUT);
    for (final int c : text.codePoints().toArray()) {
      used += width(c);
      if (used > width) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append(CUT).toString();
  }

  /** Without anything that would move the cursor or not be seen. */
  static String oneLine(final String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").replaceAll("\\p{Cf}", "").strip();
  }

  private static int width(final String text) {
    return text.codePoints().map(Cell::width).sum();
  }

  /** Unicode's East Asian Width (UAX 11): wide and fullwidth characters take two places. */
  private static int width(final int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default ->
          switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.FULLWIDTH, UCharacter.EastAsianWidth.WIDE -> 2;
            default -> 1;
          };
    };
  }
}
