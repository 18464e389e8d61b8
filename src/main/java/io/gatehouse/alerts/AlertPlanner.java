package io.gatehouse.alerts;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders Compliance Alerts. */
@Singleton
final class AlertPlanner implements EffectPlanner {

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    return event.verdict().decision().plan().alert()
        ? List.of(
            new NewEffect(
                event.origin().organization(),
                Lane.ERPNEXT,
                Alert.KIND,
                event.conversation(),
                event.id(),
                Map.of()))
        : List.of();
  }

  /** An alert delivers nothing. */
  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }
}
