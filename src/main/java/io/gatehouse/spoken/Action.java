package io.gatehouse.spoken;

import io.gatehouse.policy.Decision;
import java.util.Locale;

/** What a chat application is told to do with a message (S3.6), by our decision on it. */
public enum Action {
  ALLOW("allow"),
  /** Delivered; the author is warned. */
  NUDGE("warn"),
  /** Delivered with parts of it masked: S3 knows no such thing, organizations may choose it. */
  REDACT("redact"),
  HARD_BLOCK("block");

  private final String decision;

  Action(final String decision) {
    this.decision = decision;
  }

  public static Action of(final Decision decision) {
    return of(decision.wire());
  }

  /**
   * @param decision as it stands in tables
   * @throws IllegalArgumentException when there is no such decision
   */
  public static Action of(final String decision) {
    for (final Action action : values()) {
      if (action.decision.equals(decision)) {
        return action;
      }
    }
    throw new IllegalArgumentException("no decision: " + decision);
  }

  /** Whether the message may be delivered. */
  public boolean allows() {
    return this != HARD_BLOCK;
  }

  /** The name used in JSON. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
