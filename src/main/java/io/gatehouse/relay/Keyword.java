package io.gatehouse.relay;

import java.util.Locale;
import java.util.Optional;

/** What a person tells the carrier rather than the other side (B66). */
public enum Keyword {
  STOP,
  START,
  HELP;

  /** The name used in envelopes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Keyword> of(final String wire) {
    for (final Keyword keyword : values()) {
      if (keyword.wire().equals(wire)) {
        return Optional.of(keyword);
      }
    }
    return Optional.empty();
  }
}
