package io.gatehouse.relay;

import io.gatehouse.base.OrganizationId;
import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param from the relay number it leaves by
 * @param to the person it is for
 * @param effect the order it is sent for; travels in the status callback, where it proves that a
 *     message of unknown outcome was accepted
 */
public record SmsMessage(
    OrganizationId organization, String from, String to, String body, UUID effect) {

  /** Without the text and the numbers, so that it may be logged. */
  @Override
  public String toString() {
    return "SmsMessage[effect=" + effect + "]";
  }
}
