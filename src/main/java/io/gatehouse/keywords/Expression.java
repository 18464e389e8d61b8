package io.gatehouse.keywords;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gatehouse.canonical.Folder;

/**
 * A pattern in RE2's syntax, which matches in a time linear in the text's length whatever it is
 * (B57). Case and accents do not count, as they do not in the text it is tried on.
 */
public final class Expression {

  /** Longest source, in characters. */
  public static final int LONGEST = 500;

  /**
   * What {@code x{1000}} unrolls to is tried at every character, so one pattern may not be huge.
   */
  private static final int LARGEST = 1_000;

  private final String source;
  private final Pattern compiled;

  private Expression(final String source, final Pattern compiled) {
    this.source = source;
    this.compiled = compiled;
  }

  /**
   * @throws IllegalArgumentException when it cannot be read or is too large; the message says why
   */
  public static Expression of(final String source) {
    if (source.isBlank() || source.length() > LONGEST) {
      throw new IllegalArgumentException("must be a pattern of 1 to " + LONGEST + " characters");
    }
    final Pattern compiled = compile(source);
    if (compiled.programSize() > LARGEST) {
      throw new IllegalArgumentException("repeats too much: it is too large once unrolled");
    }
    if (compiled.matches("")) {
      throw new IllegalArgumentException("matches where nothing is written");
    }
    return new Expression(source, compiled);
  }

  private static Pattern compile(final String source) {
    try {
      return Pattern.compile(folded(source), Pattern.CASE_INSENSITIVE);
    } catch (final PatternSyntaxException unreadable) {
      throw new IllegalArgumentException(
          "cannot be read as a pattern (RE2): " + unreadable.getDescription(), unreadable);
    }
  }

  /** Only what is not ASCII is folded: {@code \\D} must not become {@code \\d}. */
  private static String folded(final String source) {
    final StringBuilder folded = new StringBuilder(source.length());
    source.codePoints().forEach(c -> folded.append(c < 0x80 ? Character.toString(c) : folded(c)));
    return folded.toString();
  }

  private static String folded(final int character) {
    final var plain = Folder.plain(Character.toString(character));
    return plain.text(0, plain.length());
  }

  public String source() {
    return source;
  }

  /** How much work it is at each character of a text, in steps. */
  public int size() {
    return compiled.programSize();
  }

  Pattern compiled() {
    return compiled;
  }

  @Override
  public boolean equals(final Object other) {
    return other instanceof final Expression expression && expression.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
