package io.gatehouse.relay;

import io.gatehouse.effects.Effect;

/**
 * A message on its way out.
 *
 * @param effect the order it is sent for; its id travels in the status callback, where it proves
 *     that a message of unknown outcome was accepted
 * @param from the relay number it leaves by
 * @param to the person it is for
 */
public record SmsMessage(Effect effect, String from, String to, String body) {

  /** Without the text and the numbers, so that it may be logged. */
  @Override
  public String toString() {
    return "SmsMessage[" + effect.reference().value() + "]";
  }
}
