package io.gatehouse.spam;

import java.util.Locale;

/** What a text is taken for, the mildest first. */
public enum Verdict {
  NONE,
  /** A person should look (S2.18). */
  SUSPICIOUS,
  /** Nobody has to look. */
  OBVIOUS;

  /** The name used in JSON. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
