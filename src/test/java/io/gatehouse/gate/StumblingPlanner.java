package io.gatehouse.gate;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fails on messages whose envelope says so, after most of the transaction is written. */
@Singleton
class StumblingPlanner implements EffectPlanner {

  static final String STUMBLE = "stumble";

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.origin().envelope().containsKey(STUMBLE)) {
      throw new IllegalStateException("stumbled, as the test asked");
    }
    return List.of();
  }

  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }
}
