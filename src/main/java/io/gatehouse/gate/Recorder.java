package io.gatehouse.gate;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Strikes;
import io.gatehouse.conversation.Strikes.HeldPair;
import io.gatehouse.events.Ledger;
import io.gatehouse.events.MessageKeys;
import io.gatehouse.events.Screened;
import io.gatehouse.gate.Turns.Turn;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Rule;
import io.gatehouse.policy.Standing;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides and writes down, in one transaction: all of it stands, or nothing does. */
@Singleton
class Recorder {

  private final MessageKeys keys;
  private final Strikes strikes;
  private final Ledger ledger;
  private final Consequences consequences;
  private final Turns turns;

  Recorder(
      final MessageKeys keys,
      final Strikes strikes,
      final Ledger ledger,
      final Consequences consequences,
      final Turns turns) {
    this.keys = keys;
    this.strikes = strikes;
    this.ledger = ledger;
    this.consequences = consequences;
    this.turns = turns;
  }

  @Transactional
  MessageEvent record(final Incoming incoming, final Screened screened) {
    final Turn turn = turns.take(incoming);
    final UUID id = turn.id();
    final Instant now = turn.at();
    final OrganizationId organization = incoming.origin().organization();
    final Optional<MessageEvent> first =
        keys.claim(organization, incoming.key(), id)
            .or(
                () ->
                    Optional.ofNullable(incoming.twin())
                        .flatMap(twin -> keys.twin(organization, incoming.key(), twin, id)));
    if (first.isPresent()) {
      return first.get();
    }
    final @Nullable HeldPair pair = hold(incoming, screened, now);
    final Standing standing = standing(incoming, screened, pair);
    final MessageEvent event = decide(incoming, screened, id, now, standing);
    final MessageEvent planned = consequences.of(event, incoming.conversation());
    ledger.add(planned, screened);
    if (pair != null && planned.verdict().strike()) {
      strikes.add(conversation(incoming), pair, id, now);
    }
    return planned;
  }

  /** Only what may become a strike holds the pair, so that clean talk never waits for it. */
  private @Nullable HeldPair hold(
      final Incoming incoming, final Screened screened, final Instant now) {
    return incoming.conversation() == null || !screened.scan().detected()
        ? null
        : strikes.hold(incoming.conversation(), now.minus(screened.settings().strikes().window()));
  }

  private static MessageEvent decide(
      final Incoming incoming,
      final Screened screened,
      final UUID id,
      final Instant now,
      final Standing standing) {
    final Decision decision =
        Policy.decide(
            screened.scan().detected(), screened.risk(), standing, rule(incoming, screened));
    return new MessageEvent(
        id,
        incoming.origin(),
        incoming.conversation() == null ? null : incoming.conversation().id(),
        incoming.content(),
        incoming.handling(),
        new Verdict(decision, screened.risk(), screened.own(), count(decision, standing)),
        EventState.RECORDED,
        now);
  }

  private static int count(final Decision decision, final Standing standing) {
    return switch (decision) {
      case Decision.Allow allow -> 0;
      case Decision.Warn warn -> standing.count();
      case Decision.Redact redact -> standing.count();
      case Decision.Block block -> standing.count();
    };
  }

  private Standing standing(
      final Incoming incoming, final Screened screened, final @Nullable HeldPair pair) {
    return new Standing(
        incoming.origin().sender().role(),
        pair == null ? 0 : pair.count(),
        screened.settings().strikes().escalateAt(),
        pair != null && screened.aside() && !sparedBefore(incoming));
  }

  /** Asked for under the pair's lock, and only where everything found is beside the message. */
  private boolean sparedBefore(final Incoming incoming) {
    return ledger.sparedBefore(conversation(incoming), incoming.origin().sender());
  }

  private static Rule rule(final Incoming incoming, final Screened screened) {
    final Origin origin = incoming.origin();
    return screened
        .settings()
        .policy()
        .ruleFor(origin.channel(), origin.direction(), origin.sender().role());
  }

  private static Conversation conversation(final Incoming incoming) {
    return Objects.requireNonNull(incoming.conversation());
  }
}
