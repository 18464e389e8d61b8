package io.gatehouse.events;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.message.MessageEvent;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recorded messages, read. */
@Singleton
public class Events {

  private final EventRepository events;
  private final AttemptRepository attempts;
  private final KeyRepository keys;

  Events(final EventRepository events, final AttemptRepository attempts, final KeyRepository keys) {
    this.events = events;
    this.attempts = attempts;
    this.keys = keys;
  }

  @Transactional
  public Optional<MessageEvent> find(final OrganizationId organization, final UUID event) {
    return events.whole(organization.value(), event).map(StoredEvent::toEvent);
  }

  /** The event a provider knows by a name of its own. */
  @Transactional
  public Optional<MessageEvent> named(
      final OrganizationId organization, final String source, final String key) {
    return keys.holder(organization.value(), source, key).flatMap(id -> find(organization, id));
  }

  /** Newest first. */
  @Transactional
  public List<MessageEvent> ofConversation(
      final OrganizationId organization, final String externalRef, final int most) {
    return events.ofConversation(organization.value(), externalRef, most).stream()
        .map(StoredEvent::toEvent)
        .toList();
  }

  @Transactional
  public Optional<Attempt> attempt(final UUID event) {
    return attempts.of(event);
  }
}
