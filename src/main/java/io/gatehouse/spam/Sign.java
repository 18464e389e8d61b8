package io.gatehouse.spam;

import java.util.Locale;

/** Kinds of signs; each kind has one weight, which may be set (S2, upstream values). */
public enum Sign {
  /** A way of speaking, or contact details where a name should stand; once for each rule. */
  PATTERN(25),
  /** A word that says little alone; once for each word. */
  WORD(20),
  /** A name made up to try something out. */
  TEST_NAME(30),
  /** Letters of several alphabets in one word, or letters nobody writes a name in. */
  MIXED_SCRIPTS(40),
  LONG(25),
  SHORT(20),
  REPEATED(20),
  DIGITS(25);

  private final int standard;

  Sign(final int standard) {
    this.standard = standard;
  }

  /** Points out of 100 where nothing else is set. */
  public int standard() {
    return standard;
  }

  /** The name used in settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
