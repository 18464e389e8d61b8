package io.gatehouse.gate;

import jakarta.inject.Singleton;

/** The one path: every message of every channel is screened here. */
@Singleton
public class Gatekeeper {

  /**
   * Screens a message and records everything that follows in one transaction. A message whose key
   * is known is not screened again: the first event is answered, also to copies that arrive at the
   * same moment.
   */
  public MessageEvent screen(final Incoming incoming) {
    throw new UnsupportedOperationException();
  }
}
