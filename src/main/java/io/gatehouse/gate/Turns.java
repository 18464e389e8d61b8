package io.gatehouse.gate;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Gives messages their order. Those of one conversation that come at the same moment are recorded
 * one after the other: each gets its id and its time only when it is its turn, and the effects it
 * orders are numbered before the next one has its turn. What the other side could read before us
 * has an order already.
 */
@Singleton
class Turns {

  private final Conversations conversations;
  private final Ids ids;
  private final Clock clock;

  Turns(final Conversations conversations, final Ids ids, final Clock clock) {
    this.conversations = conversations;
    this.ids = ids;
    this.clock = clock;
  }

  /** A message with its place in the order, which is by time and then by id. */
  record Turn(Judged judged, UUID id, Instant at) {

    OrganizationId organization() {
      return judged.incoming().origin().organization();
    }

    NaturalKey key() {
      return judged.incoming().key();
    }
  }

  /** Waits for the turns of all, which last until the running transaction ends. */
  List<Turn> take(final List<Judged> messages) {
    conversations.hold(messages.stream().flatMap(Turns::held).toList());
    return messages.stream().map(this::outside).toList();
  }

  /** A place for what is not recorded. */
  Turn outside(final Judged message) {
    return new Turn(message, ids.next(), clock.instant());
  }

  private static Stream<Conversation> held(final Judged message) {
    final Incoming incoming = message.incoming();
    return incoming.origin().channel().readBeforeUs()
        ? Stream.empty()
        : Optional.ofNullable(incoming.conversation()).stream();
  }
}
