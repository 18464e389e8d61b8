package io.gatehouse.message;

import java.util.Locale;

/** Where a message is on its way. */
public enum EventState {
  /** Nothing is to be delivered. */
  RECORDED,
  /** The other side could read it before we did: ERPNext tells us after its commit (X9). */
  VISIBLE,
  QUEUED,
  /** The provider accepted it. */
  SENT,
  /** The other side's phone has it, says the carrier. */
  DELIVERED,
  FAILED,
  /** Waits for the owner. */
  WITHHELD,
  /** Force-sent by the owner. */
  RELEASED,
  /** The owner confirmed that it stays withheld. */
  DISMISSED;

  /** The name used in JSON and tables. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
