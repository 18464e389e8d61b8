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

  /**
   * Whether the other side can read a message before the gateway hears of it: ERPNext tells of a
   * document after its commit (X9), so that withholding is out of the question there.
   */
  public boolean readBeforeUs() {
    return this == ERPNEXT;
  }

  /** Whether who asks delivers the message itself, by our answer (S3.1). */
  public boolean deliveredByAsker() {
    return this == CHAT;
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
