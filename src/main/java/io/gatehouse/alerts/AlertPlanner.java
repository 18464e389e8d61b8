package io.gatehouse.alerts;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders that the desk be told, and puts the message into its matter's alert. Last in line: what a
 * conversation's own people are to read must not wait for a desk.
 */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class AlertPlanner implements EffectPlanner {

  private final Alerts alerts;

  AlertPlanner(final Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    if (!event.verdict().decision().plan().alert()) {
      return List.of();
    }
    alerts.add(event, conversation);
    return List.of(
        new NewEffect(
            event.origin().organization(),
            Lane.ERPNEXT,
            Alert.KIND,
            event.conversation(),
            event.id(),
            Map.of()));
  }

  /** An alert delivers nothing. */
  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }
}
