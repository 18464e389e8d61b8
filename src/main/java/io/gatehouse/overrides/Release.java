package io.gatehouse.overrides;

import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
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
    order(event, planner -> planner.release(event, conversation));
  }

  /**
   * The same in the form that was decided on it.
   *
   * @return where it is now: QUEUED, SENT where who asked about it delivers it, or RELEASED where
   *     it is put back
   * @throws Problem 409 when nobody can deliver it
   */
  EventState again(final MessageEvent event, final @Nullable Conversation conversation) {
    if (!order(event, planner -> planner.resume(event, conversation))) {
      return EventState.SENT;
    }
    return event.origin().channel().readBeforeUs() ? EventState.RELEASED : EventState.QUEUED;
  }

  /** Tells the sender that it waits on. */
  void keep(final MessageEvent event, final @Nullable Conversation conversation) {
    effects.add(
        planners.stream().flatMap(planner -> planner.keep(event, conversation).stream()).toList());
  }

  private boolean order(
      final MessageEvent event, final Function<EffectPlanner, List<NewEffect>> delivery) {
    final List<NewEffect> ordered =
        planners.stream().flatMap(planner -> delivery.apply(planner).stream()).toList();
    if (ordered.isEmpty() && planners.stream().noneMatch(planner -> planner.carries(event))) {
      throw Problem.conflict("undeliverable", "There is nobody this message could be delivered to.")
          .with("state", event.state().wire());
    }
    effects.add(ordered);
    return !ordered.isEmpty();
  }
}
