package io.gatehouse.opinion;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the model read a recorded message. */
@Singleton
final class ModelPlanner implements EffectPlanner {

  private final Wanted wanted;

  ModelPlanner(final Wanted wanted) {
    this.wanted = wanted;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    return wanted.wants(event)
        ? List.of(ModelOrders.onMessage(event.origin().organization(), event.id()))
        : List.of();
  }

  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }
}
