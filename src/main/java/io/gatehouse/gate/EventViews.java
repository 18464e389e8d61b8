package io.gatehouse.gate;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.events.Events;
import io.gatehouse.events.Events.Narrowed;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Message events as their owner sees them. */
@Singleton
public class EventViews {

  private final Events events;
  private final EventEffectRepository effects;
  private final EventDeliveryRepository deliveries;

  EventViews(
      final Events events,
      final EventEffectRepository effects,
      final EventDeliveryRepository deliveries) {
    this.events = events;
    this.effects = effects;
    this.deliveries = deliveries;
  }

  /**
   * @throws Problem 404 when the organization has no such event
   */
  public EventShown show(final OrganizationId organization, final UUID id) {
    final MessageEvent event = events.find(organization, id).orElseThrow(EventViews::unknown);
    return new EventShown(
        view(event), effects.of(organization.value(), id), deliveries.of(organization.value(), id));
  }

  Optional<EventView> named(
      final OrganizationId organization, final String source, final String key) {
    return events.named(organization, source, key).map(this::view);
  }

  List<EventView> newest(final OrganizationId organization, final Narrowed to, final int most) {
    return events.newest(organization, to, most).stream().map(this::view).toList();
  }

  /** The answer about an event that is not there, or not for the caller to know of. */
  public static Problem unknown() {
    return Problem.notFound("unknown_event", "There is no such message event.");
  }

  private EventView view(final MessageEvent event) {
    return EventView.of(event, events.attempt(event.id()).orElse(null));
  }
}
