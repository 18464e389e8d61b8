package io.gatehouse.categories;

import java.util.Locale;
import java.util.Optional;

/** What content may be accused of (S4.3, B51). */
public enum Category {
  HATE(true),
  HARASSMENT(false),
  SEXUAL(false),
  SEXUAL_MINORS(true),
  VIOLENCE(false),
  SELF_HARM(true);

  private final boolean blocks;

  Category(final boolean blocks) {
    this.blocks = blocks;
  }

  /** Whether being sure of it is enough to hide something (S4.5, "protected"). */
  public boolean blocks() {
    return blocks;
  }

  /** The name used in JSON, tables and settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Category> of(final String wire) {
    for (final Category category : values()) {
      if (category.wire().equals(wire)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }
}
