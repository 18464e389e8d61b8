package io.gatehouse.base;

import java.util.Locale;
import java.util.Optional;

/** Where a message travels; what is everyday talk differs by channel (X5). */
public enum Channel {
  SMS,
  ERPNEXT,
  CHAT;

  /** The name used in JSON, tables and settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Channel> of(final String wire) {
    for (final Channel channel : values()) {
      if (channel.wire().equals(wire)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
