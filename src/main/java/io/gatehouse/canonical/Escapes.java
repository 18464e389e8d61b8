package io.gatehouse.canonical;

/**
 * {@code %40} and {@code =40}: the printable characters in which mail and addresses are escaped
 * (RFC 3986 §2.1, RFC 2045 §6.7). Amounts such as "5%20" are no escapes: the character must be one
 * that joins an address, or stand in a row of escapes.
 */
final class Escapes {

  private static final int WIDTH = 3;
  private static final String JOINERS = "@.-_/:+";

  private Escapes() {}

  /** The width of the escape at an index, or 0 if there is none. */
  static int width(final String text, final int at, final int end) {
    final int value = at + 2 < end ? value(text, at) : -1;
    if (value <= ' ' || value > '~') {
      return 0;
    }
    final boolean joins = JOINERS.indexOf(value) >= 0 && at > 0 && !blank(text.charAt(at - 1));
    return joins || neighbour(text, at, end) ? WIDTH : 0;
  }

  static int value(final String text, final int at) {
    final int high = hex(text.charAt(at + 1));
    final int low = hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean neighbour(final String text, final int at, final int end) {
    final char mark = text.charAt(at);
    final boolean after = at + 5 < end && text.charAt(at + 3) == mark && value(text, at + 3) > ' ';
    final boolean before =
        at >= WIDTH && text.charAt(at - WIDTH) == mark && value(text, at - WIDTH) > ' ';
    return after || before;
  }

  private static int hex(final char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean blank(final char c) {
    return c == ' ' || c == '\n' || c == '\t';
  }
}
