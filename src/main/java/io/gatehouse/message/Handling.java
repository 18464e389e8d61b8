package io.gatehouse.message;

import java.util.Locale;

/** What an edge asks the gatekeeper to do with a message. */
public enum Handling {
  /** Judge it. */
  SCREEN,
  /** Judge it, and let it wait for the owner whatever was found. */
  HOLD,
  /**
   * Judge it; nothing of it is to be delivered by itself: what was read in a file, or a picture
   * alone where pictures are not passed on.
   */
  EXAMINE,
  /** Judge it; whoever asked delivered it before it could be recorded (S3.15, S3.19). */
  PASSED,
  /**
   * A carrier's keyword such as STOP: recorded and shown, never judged, relayed or answered (B66).
   */
  OPT_OUT,
  /** Nobody it could be for: recorded; the sender gets one fixed answer, the owner one notice. */
  UNROUTED;

  /** Whether its text is looked at. */
  public boolean judged() {
    return this == SCREEN || this == HOLD || this == EXAMINE || this == PASSED;
  }

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
