package io.gatehouse.chat;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is done outside for a chat message: its application delivers it by our answer, and hears
 * of the owner's release by the feed or by asking again.
 */
@Singleton
final class ChatPlanner implements EffectPlanner {

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }

  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }

  @Override
  public boolean carries(final MessageEvent event) {
    return event.origin().channel().deliveredByAsker();
  }
}
