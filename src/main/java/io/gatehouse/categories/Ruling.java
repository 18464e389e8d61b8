package io.gatehouse.categories;

import java.util.Locale;
import java.util.Optional;

/** What becomes of content (S4.2), the mildest first. */
public enum Ruling {
  ALLOW,
  /** Shown, and looked at by a person. */
  QUARANTINE,
  /** Hidden until a person says otherwise. */
  BLOCK;

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Ruling> of(final String wire) {
    for (final Ruling ruling : values()) {
      if (ruling.wire().equals(wire)) {
        return Optional.of(ruling);
      }
    }
    return Optional.empty();
  }
}
