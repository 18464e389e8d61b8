package io.gatehouse.delivery;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsMessage;

/** Who takes text messages; implemented by each provider's client. */
public interface SmsProvider {

  /** Whether messages reach people, and not only the sandbox's table. */
  boolean live(OrganizationId organization);

  /**
   * Hands one message over: one request at most, whatever becomes of it, within half a minute.
   *
   * @return Done with the provider's name for the message; Later, Refused or Stopped only when it
   *     certainly was not taken; Unknown when it may have been
   */
  Outcome send(SmsMessage message);
}
