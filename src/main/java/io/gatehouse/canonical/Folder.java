package io.gatehouse.canonical;

/** Makes canonical text out of what was sent. */
public final class Folder {

  private Folder() {}

  /** Folds plain text. */
  public static Canonical plain(final String text) {
    final Canonical out = new Canonical(text.length());
    if (!range(out, text, 0, text.length(), 0)) {
      out.cut();
    }
    return out;
  }

  /** Folds HTML: what is shown, then what links and attributes hold. */
  public static Canonical html(final String html) {
    return HtmlText.read(html);
  }

  /** Whether a carriage return before it says nothing: both end one line. */
  static boolean lineFeed(final String text, final int at) {
    return at < text.length() && text.charAt(at) == '\n';
  }

  /** Folds a range of plain text; false once there is no more room. */
  static boolean range(
      final Canonical out, final String text, final int from, final int to, final int bits) {
    int i = from;
    while (i < to) {
      final char c = text.charAt(i);
      final int escape = c == '=' || c == '%' ? Escapes.width(text, i, to) : 0;
      if (escape > 0) {
        final Mark mark = c == '=' ? Mark.QUOTED_PRINTABLE : Mark.PERCENT_ENCODING;
        if (!Folding.fold(out, Escapes.value(text, i), i, i + escape, bits | mark.bit())) {
          return false;
        }
        i += escape;
        continue;
      }
      if (c == '\r' && lineFeed(text, i + 1)) {
        i++;
        continue;
      }
      final int cp = text.codePointAt(i);
      final int width = Character.charCount(cp);
      final int shown = Character.isSurrogate(c) && width == 1 ? '\uFFFD' : cp;
      if (!Folding.fold(out, shown, i, i + width, bits)) {
        return false;
      }
      i += width;
    }
    return true;
  }
}
