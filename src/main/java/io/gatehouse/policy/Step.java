package io.gatehouse.policy;

import java.util.Locale;

/**
 * How far a pair has come: nothing, a warning, or from the third strike on an escalation (S1.29).
 */
public enum Step {
  NONE,
  WARNING,
  ESCALATION;

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
