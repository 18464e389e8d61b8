package io.gatehouse.overrides;

import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders what brings a withheld message to its other side. */
@Singleton
class Release {

  private final List<EffectPlanner> planners;
  private final EffectLedger effects;

  Release(final List<EffectPlanner> planners, final EffectLedger effects) {
    this.planners = planners;
    this.effects = effects;
  }

  /**
   * @throws Problem 409 when nobody can deliver it
   */
  void of(final MessageEvent event, final @Nullable Conversation conversation) {
    final List<NewEffect> ordered =
        planners.stream()
            .flatMap(planner -> planner.release(event, conversation).stream())
            .toList();
    if (ordered.isEmpty() && planners.stream().noneMatch(planner -> planner.carries(event))) {
      throw Problem.conflict("undeliverable", "There is nobody this message could be delivered to.")
          .with("state", event.state().wire());
    }
    effects.add(ordered);
  }
}
