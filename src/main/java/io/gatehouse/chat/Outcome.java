package io.gatehouse.chat;

import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;

/**
 * What the asker may deliver of a recorded message. The state says it, not the decision: whoever
 * asks again after the owner's word gets the owner's answer.
 */
final class Outcome {

  private Outcome() {}

  static Delivery of(final MessageEvent event) {
    return switch (event.state()) {
      case RELEASED -> Delivery.AS_IS;
      case VISIBLE, QUEUED, SENT, DELIVERED -> masked(event) ? Delivery.REDACTED : Delivery.AS_IS;
      case RECORDED, FAILED, WITHHELD, DISMISSED -> Delivery.WITHHELD;
    };
  }

  private static boolean masked(final MessageEvent event) {
    return event.verdict().decision().plan().delivery() == Delivery.REDACTED;
  }
}
