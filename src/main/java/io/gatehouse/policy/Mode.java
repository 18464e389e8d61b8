package io.gatehouse.policy;

import java.util.Locale;
import java.util.Optional;

/** The four ways of reacting that an owner chooses between (X1). */
public enum Mode {
  /** Record only; nobody is told. How a new channel rehearses. */
  OBSERVE,
  /** Deliver, warn the sender in the thread and raise an alert (S1). */
  WARN,
  /** By risk: allow, deliver with a warning, or block (S3). */
  GRADED,
  /** Block whatever is found (S5). */
  STRICT;

  /** The name used in JSON, tables and settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Mode> of(final String wire) {
    for (final Mode mode : values()) {
      if (mode.wire().equals(wire)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
