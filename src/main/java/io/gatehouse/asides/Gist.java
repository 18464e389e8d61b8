package io.gatehouse.asides;

/** What a text says, however its lines are broken and whatever marks quoting adds to them. */
public final class Gist {

  private static final String LAID_OUT = "<>|•·*";

  private static final int LONGEST_SCHEME = 8;

  /** A shorter name is found in any text. */
  private static final int SHORTEST_NAME = 6;

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

  /**
   * Whether a text names what a link leads to: programs make links of addresses that were plain
   * text when they were sent.
   *
   * @param bare the text's letters and figures alone
   * @param target with or without its scheme, a number with or without its +1
   */
  public static boolean names(final String bare, final String target) {
    final int scheme = target.indexOf(':');
    final String name = bare(scheme < LONGEST_SCHEME ? target.substring(scheme + 1) : target);
    return name.length() >= SHORTEST_NAME
        && (bare.contains(name) || (name.startsWith("1") && bare.contains(name.substring(1))));
  }
}
