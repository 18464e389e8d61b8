package io.gatehouse.spamlog;

import java.util.Locale;
import java.util.Optional;

/** What was done about a text (S2.4). */
public enum SpamAction {
  /** Refused. */
  BLOCKED,
  /** Let through, and a person should look (S2.18, S2.19). */
  FLAGGED,
  ALLOWED;

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SpamAction> of(final String wire) {
    for (final SpamAction action : values()) {
      if (action.wire().equals(wire)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
