package io.gatehouse.relay;

import io.gatehouse.effects.Outcome;

/**
 * Sends text messages, whoever carries them: at the pace the number allows, below the day's
 * ceiling, and remembering what became of each.
 */
public interface SmsCarrier {

  /** The code of a refusal because the recipient has opted out, whatever the provider calls it. */
  String OPTED_OUT = "opted_out";

  /**
   * Hands one message over: one request at most, whatever becomes of it, within half a minute.
   *
   * @return Done with the provider's name for the message; Wait when its turn comes later; Later
   *     and Stopped only when it certainly was not taken; Unknown when it may have been
   */
  Outcome send(SmsMessage message);

  /**
   * Finds out what became of a message whose sending has no known outcome; by its text, so it must
   * be the very one.
   *
   * @return Done when it was taken, Later when it certainly was not, else Unknown
   */
  Outcome reconcile(SmsMessage message);

  /**
   * How often a message is tried ({@link io.gatehouse.effects.EffectHandler#attempts}): for more
   * than a working day, so that it is its own time that ends it and not a provider's bad hour.
   */
  int ATTEMPTS = 60;

  /**
   * How often an unknown outcome is worth looking into ({@link
   * io.gatehouse.effects.EffectHandler#checks}): for some hours, while the provider cannot be
   * asked.
   */
  int CHECKS = 40;
}
