package io.gatehouse.gate;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.standings.Escalations;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the pair's standing follow from each recorded message; does nothing outside. */
@Singleton
final class PairFollower implements EffectPlanner {

  private final Escalations escalations;

  PairFollower(final Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    escalations.follow(event, conversation);
    return List.of();
  }

  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }
}
