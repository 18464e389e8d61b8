package io.gatehouse.relay;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;

/** Sends text messages; implemented by each provider's edge. */
public interface SmsCarrier {

  /** The code of a refusal because the recipient has opted out, whatever the provider calls it. */
  String OPTED_OUT = "opted_out";

  /**
   * Hands one message over: one request at most, whatever becomes of it, within half a minute.
   *
   * @return Done with the provider's name for the message; Later only when it certainly was not
   *     taken; Unknown when it may have been
   */
  Outcome send(SmsMessage message);

  /**
   * Finds out what became of a message whose sending has no known outcome.
   *
   * @return Done when it was taken, Later when it certainly was not, else Unknown
   */
  Outcome reconcile(Effect effect);
}
