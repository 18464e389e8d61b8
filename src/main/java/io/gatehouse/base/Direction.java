package io.gatehouse.base;

import java.util.Locale;

/** As the organization sees it: inbound came from outside, outbound is about to leave. */
public enum Direction {
  INBOUND,
  OUTBOUND;

  /** The name used in JSON, tables and settings. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
