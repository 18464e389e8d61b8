package io.gatehouse.spam;

import java.util.Locale;
import java.util.Optional;

/**
 * What a text is given as (S2.4); a name is judged more strictly than what is written to people.
 */
public enum SpamKind {
  ORGANIZATION_NAME,
  OWNER_NAME,
  INVITATION;

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isName() {
    return this != INVITATION;
  }

  public static Optional<SpamKind> of(final String wire) {
    for (final SpamKind kind : values()) {
      if (kind.wire().equals(wire)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
