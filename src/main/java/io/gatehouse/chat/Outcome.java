package io.gatehouse.chat;

import io.gatehouse.message.EventState;
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

  /** Whether it was delivered word for word, so that both sides have read it. */
  static boolean shown(final MessageEvent event) {
    return event.state() == EventState.RELEASED
        || event.verdict().decision().plan().delivery() == Delivery.AS_IS
            && of(event) == Delivery.AS_IS;
  }
}
