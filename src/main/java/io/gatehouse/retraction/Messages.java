package io.gatehouse.retraction;

import io.gatehouse.categories.Ruling;
import io.gatehouse.effects.Effect;
import io.gatehouse.events.Attempt;
import io.gatehouse.events.Events;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.Source;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The messages that are to be hidden, and whether they still are: a site may have been away. */
@Singleton
class Messages {

  private final Events events;
  private final Rulings rulings;

  Messages(final Events events, final Rulings rulings) {
    this.events = events;
    this.rulings = rulings;
  }

  /** Empty where it does not exist any more. */
  Optional<MessageEvent> of(final Effect effect) {
    return events.find(effect.organization(), Retractions.event(effect));
  }

  /** Whether the owner or a reviewer was quicker than the site. */
  boolean mayStay(final MessageEvent event) {
    return falseAlarm(event) || event.heldFor(Origin.MODERATION) && cleared(event);
  }

  private boolean falseAlarm(final MessageEvent event) {
    return events
        .attempt(event.id())
        .map(Attempt::verdict)
        .filter("false_alarm"::equals)
        .isPresent();
  }

  /** A leak in it is hidden whatever is said of its conduct. */
  private boolean cleared(final MessageEvent event) {
    return event.verdict().decision().plan().delivery() == Delivery.AS_IS
        && rulings
            .current(event.origin().organization(), Source.message(event.id()))
            .filter(ruling -> ruling.inForce() != Ruling.BLOCK)
            .isPresent();
  }
}
