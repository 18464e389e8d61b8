package io.gatehouse.policy;

import java.util.Locale;

/** When a flagged message opens a Compliance Alert. */
public enum Alerting {
  NEVER,
  ON_ESCALATION,
  ALWAYS;

  /** The name used in JSON and settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
