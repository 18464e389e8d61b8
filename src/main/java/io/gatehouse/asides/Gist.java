package io.gatehouse.asides;

/** What a text says, however its lines are broken and whatever marks quoting adds to them. */
public final class Gist {

  private static final String LAID_OUT = "<>|•·*";

  private Gist() {}

  /** Letters, figures and signs alone. */
  public static String of(final CharSequence text) {
    final var gist = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      final char c = text.charAt(i);
      if (c > ' ' && LAID_OUT.indexOf(c) < 0) {
        gist.append(c);
      }
    }
    return gist.toString();
  }

  /** Letters and figures alone: a link's target writes a number as its text does not. */
  public static String bare(final CharSequence text) {
    final var bare = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
