package io.gatehouse.gate;

import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.events.Screened;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Rule;
import io.gatehouse.policy.Standing;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that was looked at, to be decided on.
 *
 * @param opinion moderation's; empty where it found nothing
 */
record Judged(Incoming incoming, Screened screened, Optional<Opinion> opinion) {

  /**
   * Whether recording it holds nothing but its conversation and its name, so that others of the
   * same transaction and others' transactions never wait for it in a circle.
   */
  boolean plain() {
    return !screened.scan().detected()
        && incoming.twin() == null
        && opinion.map(Opinion::ruling).filter(ruling -> ruling != Ruling.ALLOW).isEmpty()
        && (incoming.handling() == Handling.SCREEN || incoming.handling() == Handling.PASSED);
  }

  /** The conversation, where it is certain that it belongs to one. */
  Conversation conversation() {
    return Objects.requireNonNull(incoming.conversation());
  }

  /**
   * How the sender stands.
   *
   * @param count the pair's strikes so far
   */
  Standing standing(final int count, final boolean spared) {
    return new Standing(
        incoming.origin().sender().role(),
        count,
        screened.settings().strikes().escalateAt(),
        spared);
  }

  MessageEvent decided(final UUID id, final Instant at, final Standing standing) {
    final Decision decision =
        Policy.decide(screened.scan().detected(), screened.risk(), standing, rule());
    return new MessageEvent(
        id,
        incoming.origin(),
        incoming.conversation() == null ? null : incoming.conversation().id(),
        incoming.content(),
        incoming.handling(),
        new Verdict(
            decision,
            screened.risk(),
            screened.own(),
            count(decision, standing),
            screened.scan().truncated(),
            opinion),
        EventState.RECORDED,
        at);
  }

  private static int count(final Decision decision, final Standing standing) {
    return switch (decision) {
      case Decision.Allow allow -> 0;
      case Decision.Warn warn -> standing.count();
      case Decision.Redact redact -> standing.count();
      case Decision.Block block -> standing.count();
    };
  }

  private Rule rule() {
    final Origin origin = incoming.origin();
    return screened
        .settings()
        .policy()
        .ruleFor(origin.channel(), origin.direction(), origin.sender().role());
  }
}
