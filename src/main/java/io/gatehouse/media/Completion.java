package io.gatehouse.media;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Plan.Delivery;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Orders the inspection of a message's files when the last of them is settled. */
@Singleton
class Completion {

  private final MediaRepository items;
  private final Events events;
  private final Progress progress;
  private final Provider<EffectLedger> effects;

  Completion(
      final MediaRepository items,
      final Events events,
      final Progress progress,
      final Provider<EffectLedger> effects) {
    this.items = items;
    this.events = events;
    this.progress = progress;
    this.effects = effects;
  }

  /**
   * Joins the transaction that settles the fetching of a file. The event's row is held before the
   * others are looked at: of two files that settle at once the second sees the first one settled,
   * and the first does not see the second.
   */
  void settled(final OrganizationId organization, final UUID event, final UUID item) {
    items.settled(item);
    if (progress.hold(organization, event).filter(EventState.WITHHELD::equals).isEmpty()
        || items.unsettled(event)) {
      return;
    }
    if (events.find(organization, event).filter(Completion::worthInspecting).isPresent()) {
      effects.get().add(List.of(MediaOrders.inspect(organization, event)));
    }
  }

  /**
   * A message whose own text keeps it from going out waits for the owner whatever its files say.
   */
  private static boolean worthInspecting(final MessageEvent event) {
    return MediaRules.inspected(event)
        && event.verdict().decision().plan().delivery() == Delivery.AS_IS;
  }
}
