package io.gatehouse.gate;

import io.gatehouse.base.OrganizationId;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recorded messages, and what became of them. The marks join the running transaction. */
@Singleton
public class Events {

  private static final List<String> UNDER_WAY =
      List.of(EventState.QUEUED.wire(), EventState.RELEASED.wire());

  private final EventRepository events;
  private final AttemptRepository attempts;
  private final Clock clock;

  Events(final EventRepository events, final AttemptRepository attempts, final Clock clock) {
    this.events = events;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Transactional
  public Optional<MessageEvent> find(final OrganizationId organization, final UUID event) {
    return events.whole(organization.value(), event).map(StoredEvent::toEvent);
  }

  /** The message reached its other side (the provider accepted it). */
  @Transactional
  public void delivered(final UUID event) {
    events.moveFrom(event, UNDER_WAY, EventState.SENT.wire());
  }

  /** The message could not be delivered; its effect tells why. */
  @Transactional
  public void deliveryFailed(final UUID event) {
    events.moveFrom(event, UNDER_WAY, EventState.FAILED.wire());
  }

  /** The sender got the reply or the banner (B20). */
  @Transactional
  public void senderWarned(final UUID event) {
    attempts.senderWarned(event, clock.instant());
  }

  /** The Compliance Alert stands (B20). */
  @Transactional
  public void adminAlerted(final UUID event) {
    attempts.adminAlerted(event, clock.instant());
  }
}
