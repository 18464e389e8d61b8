package io.gatehouse.passage;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Plan;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.policy.Step;
import io.gatehouse.testkit.TestClock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decisions as the gatekeeper makes them: what says "call me" is withheld. */
final class Judged {

  private Judged() {}

  static Told.Judged recorded(final Asked asked, final Handling handling) {
    return new Told.Judged(event(asked, handling), true, false);
  }

  static Told.Judged remembered(final Asked asked) {
    return new Told.Judged(event(asked, Handling.SCREEN), false, false);
  }

  private static MessageEvent event(final Asked asked, final Handling handling) {
    final boolean leak = asked.content().contains("call me");
    return new MessageEvent(
        UUID.randomUUID(),
        new Origin(
            asked.organization(),
            Channel.CHAT,
            Direction.INBOUND,
            new Origin.Sender(Role.CLIENT, null, asked.user()),
            Map.of()),
        null,
        new Content(asked.content(), Format.PLAIN),
        handling,
        new Verdict(decision(leak), 0, List.of(), 0, false),
        leak ? EventState.WITHHELD : EventState.SENT,
        TestClock.START);
  }

  private static Decision decision(final boolean leak) {
    final Plan plan =
        new Plan(leak ? Delivery.WITHHELD : Delivery.AS_IS, false, false, false, false, false);
    return leak ? new Decision.Block(Step.WARNING, plan) : new Decision.Allow(plan);
  }
}
