package io.gatehouse.erpnext;

import io.gatehouse.base.Channel;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ERPNext's part: banners into Issues' threads, and Compliance Alerts for every channel. */
@Singleton
final class ErpnextPlanner implements EffectPlanner {

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    final Plan plan = event.verdict().decision().plan();
    final List<NewEffect> effects = new ArrayList<>(2);
    final String issue = event.origin().envelope().getOrDefault(Intake.ISSUE, "");
    if (plan.banner() && event.origin().channel() == Channel.ERPNEXT && !issue.isEmpty()) {
      final String step = event.verdict().decision().step().wire();
      effects.add(effect(event, Banner.KIND, Map.of(Banner.ISSUE, issue, Banner.STEP, step)));
    }
    if (plan.alert()) {
      effects.add(effect(event, Alert.KIND, Map.of()));
    }
    return List.copyOf(effects);
  }

  /** Nothing: what ERPNext tells us of can be read already (X9). */
  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }

  private static NewEffect effect(
      final MessageEvent event, final String kind, final Map<String, String> payload) {
    return new NewEffect(
        event.origin().organization(),
        Lane.ERPNEXT,
        kind,
        event.conversation(),
        event.id(),
        payload);
  }
}
