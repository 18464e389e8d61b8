package io.gatehouse.organization;

import java.util.Locale;

/** How an organization stands (S2.1); the only words for it (B31). */
public enum Standing {
  /** May read and send. */
  ACTIVE,
  /** The same, and the operator has an eye on it. */
  FLAGGED,
  /** May read; what it or its people send waits. */
  SUSPENDED;

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Standing of(final String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
