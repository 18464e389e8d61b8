package io.gatehouse.gate;

import io.gatehouse.base.OrganizationId;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events as their owner sees them. */
@Singleton
class EventViews {

  private final EventRepository events;
  private final AttemptRepository attempts;
  private final KeyRepository keys;

  EventViews(
      final EventRepository events, final AttemptRepository attempts, final KeyRepository keys) {
    this.events = events;
    this.attempts = attempts;
    this.keys = keys;
  }

  @Transactional
  public Optional<EventView> one(final OrganizationId organization, final UUID id) {
    return events.whole(organization.value(), id).map(this::view);
  }

  @Transactional
  public Optional<EventView> keyed(
      final OrganizationId organization, final String source, final String key) {
    return keys.holder(organization.value(), source, key).flatMap(id -> one(organization, id));
  }

  @Transactional
  public List<EventView> ofConversation(
      final OrganizationId organization, final String conversation, final int most) {
    return events.ofConversation(organization.value(), conversation, most).stream()
        .map(this::view)
        .toList();
  }

  private EventView view(final StoredEvent stored) {
    return EventView.of(stored.toEvent(), attempts.of(stored.id()).orElse(null));
  }
}
