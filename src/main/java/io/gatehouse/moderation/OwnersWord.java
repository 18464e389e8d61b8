package io.gatehouse.moderation;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Ruling;
import io.gatehouse.events.Events;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.overrides.ResolutionListener;
import io.gatehouse.rulings.Reviews;
import io.gatehouse.rulings.Source;
import jakarta.inject.Singleton;

/**
 * What an owner does to a message that waits for its conduct is a word on that: who force-sends it
 * allows it, who dismisses it upholds that it is hidden. Nobody is asked again.
 */
@Singleton
class OwnersWord implements ResolutionListener {

  private final Reviews reviews;
  private final Events events;

  OwnersWord(final Reviews reviews, final Events events) {
    this.reviews = reviews;
    this.events = events;
  }

  @Override
  public void resolved(final MessageEvent event, final String by) {
    if (event.heldFor(Origin.MODERATION)) {
      final OrganizationId organization = event.origin().organization();
      final boolean sent =
          events
              .find(organization, event.id())
              .filter(now -> now.state() != EventState.DISMISSED)
              .isPresent();
      reviews.settle(
          organization,
          Source.message(event.id()),
          by,
          sent ? Ruling.ALLOW : Ruling.BLOCK,
          sent ? "message.force_sent" : "message.dismissed");
    }
  }
}
