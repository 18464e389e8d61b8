package io.gatehouse.gate;

import io.gatehouse.conversation.Strikes;
import io.gatehouse.conversation.Strikes.HeldPair;
import io.gatehouse.events.Ledger;
import io.gatehouse.events.MessageKeys;
import io.gatehouse.gate.Consequences.Planned;
import io.gatehouse.gate.Turns.Turn;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Standing;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /**
   * A message whose turn has come, decided on.
   *
   * @param pair null where the message cannot become a strike
   */
  private record Ruled(Turn turn, @Nullable HeldPair pair, Planned planned) {

    MessageEvent event() {
      return planned.event();
    }
  }

  /**
   * @param messages of different conversations and names: one of any kind, or any number of plain
   *     ones
   * @return an answer to each, none of them a failure
   */
  @Transactional
  List<Answer> record(final List<Judged> messages) {
    final List<Turn> inOrder = turns.take(messages);
    final Map<UUID, MessageEvent> known = known(inOrder);
    final List<Ruled> ruled =
        inOrder.stream().filter(turn -> !known.containsKey(turn.id())).map(this::rule).toList();
    write(ruled);
    final Map<UUID, Answer> answers = new HashMap<>();
    known.forEach((id, event) -> answers.put(id, new Answer.Repeat(event)));
    ruled.forEach(one -> answers.put(one.turn().id(), new Answer.First(one.event())));
    return inOrder.stream().map(turn -> answers.get(turn.id())).toList();
  }

  /** What would be decided if the pair had no strikes. */
  MessageEvent preview(final Judged judged) {
    final Turn turn = turns.outside(judged);
    return Consequences.first(
        judged.decided(turn.id(), turn.at(), judged.standing(0, false)), false);
  }

  /** The first events of those that are repeats, by the id that each would have had. */
  private Map<UUID, MessageEvent> known(final List<Turn> inOrder) {
    final Set<UUID> claimed =
        keys.claim(
            inOrder.stream()
                .map(turn -> new MessageKeys.Claim(turn.organization(), turn.key(), turn.id()))
                .toList());
    final Map<UUID, MessageEvent> known = new HashMap<>();
    for (final Turn turn : inOrder) {
      (claimed.contains(turn.id()) ? twin(turn) : keys.holder(turn.organization(), turn.key()))
          .ifPresent(first -> known.put(turn.id(), first));
    }
    return known;
  }

  private Optional<MessageEvent> twin(final Turn turn) {
    return Optional.ofNullable(turn.judged().incoming().twin())
        .flatMap(twin -> keys.twin(turn.organization(), turn.key(), twin, turn.id()));
  }

  private Ruled rule(final Turn turn) {
    final Judged judged = turn.judged();
    final @Nullable HeldPair pair = hold(turn);
    final Standing standing =
        judged.standing(
            pair == null ? 0 : pair.count(),
            pair != null && judged.screened().aside() && !sparedBefore(judged));
    final MessageEvent event = judged.decided(turn.id(), turn.at(), standing);
    return new Ruled(turn, pair, consequences.plan(event, judged.incoming().conversation()));
  }

  /** Only what may become a strike holds the pair, so that clean talk never waits for it. */
  private @Nullable HeldPair hold(final Turn turn) {
    final Judged judged = turn.judged();
    return judged.incoming().conversation() == null || !judged.screened().scan().detected()
        ? null
        : strikes.hold(
            judged.conversation(),
            turn.at().minus(judged.screened().settings().strikes().window()));
  }

  /** Asked for under the pair's lock, and only where everything found is beside the message. */
  private boolean sparedBefore(final Judged judged) {
    final Incoming incoming = judged.incoming();
    return ledger.sparedBefore(judged.conversation(), incoming.origin().sender());
  }

  private void write(final List<Ruled> ruled) {
    consequences.order(ruled.stream().map(Ruled::planned).toList());
    ledger.add(
        ruled.stream()
            .map(one -> new Ledger.Entry(one.event(), one.turn().judged().screened()))
            .toList());
    consequences.rule(ruled.stream().map(Ruled::event).toList());
    for (final Ruled one : ruled) {
      if (one.pair() != null && one.event().verdict().strike()) {
        strikes.add(
            one.turn().judged().conversation(), one.pair(), one.turn().id(), one.turn().at());
      }
    }
  }
}
