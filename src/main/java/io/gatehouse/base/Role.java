package io.gatehouse.base;

import java.util.Locale;
import java.util.Optional;

/** The part a participant plays in a conversation; staff are never struck. */
public enum Role {
  CLIENT,
  PROVIDER,
  STAFF;

  /** The name used in JSON, tables and settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(final String wire) {
    for (final Role role : values()) {
      if (role.wire().equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
