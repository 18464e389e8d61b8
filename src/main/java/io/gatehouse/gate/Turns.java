package io.gatehouse.gate;

import io.gatehouse.base.Ids;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.message.Incoming;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** A place in the order, which is by time and then by id. */
  record Turn(UUID id, Instant at) {}

  /** Waits for the turn, which lasts until the running transaction ends. */
  Turn take(final Incoming incoming) {
    final @Nullable Conversation conversation = incoming.conversation();
    if (conversation != null && !incoming.origin().channel().readBeforeUs()) {
      conversations.hold(conversation);
    }
    return new Turn(ids.next(), clock.instant());
  }
}
