package io.gatehouse.message;

import java.util.Locale;

/** What an edge asks the gatekeeper to do with a message. */
public enum Handling {
  /** Judge it. */
  SCREEN,
  /** Judge it, and let it wait for the owner whatever was found. */
  HOLD,
  /**
   * A carrier's keyword such as STOP: recorded and shown, never judged, relayed or answered (B66).
   */
  OPT_OUT,
  /** Nobody it could be for: recorded; the sender gets one fixed answer, the owner one notice. */
  UNROUTED;

  /** Whether its text is looked at. */
  public boolean judged() {
    return this == SCREEN || this == HOLD;
  }

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
