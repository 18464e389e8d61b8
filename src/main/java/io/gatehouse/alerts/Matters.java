package io.gatehouse.alerts;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.effects.Effect;
import io.gatehouse.events.Events;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an effect is about. */
@Singleton
final class Matters {

  private final Events events;
  private final Conversations conversations;

  /** A message that the desk is told of. */
  record Matter(MessageEvent event, @Nullable Conversation conversation) {}

  Matters(final Events events, final Conversations conversations) {
    this.events = events;
    this.conversations = conversations;
  }

  /** Empty when the message is not there any more. */
  Optional<Matter> of(final Effect effect) {
    return Optional.ofNullable(effect.event())
        .flatMap(event -> events.find(effect.organization(), event))
        .map(this::matter);
  }

  private Matter matter(final MessageEvent event) {
    return new Matter(
        event,
        Optional.ofNullable(event.conversation())
            .flatMap(id -> conversations.find(event.origin().organization(), id))
            .orElse(null));
  }
}
