package io.gatehouse.gate;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The owner delivers a withheld message after all (S5.14–S5.18). */
@Singleton
class ForceSend {

  private final EventRepository events;
  private final AttemptRepository attempts;
  private final Conversations conversations;
  private final Release release;
  private final AuditLog audit;
  private final Clock clock;

  ForceSend(
      final EventRepository events,
      final AttemptRepository attempts,
      final Conversations conversations,
      final Release release,
      final AuditLog audit,
      final Clock clock) {
    this.events = events;
    this.attempts = attempts;
    this.conversations = conversations;
    this.release = release;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Delivers a message exactly once, however often it is asked for (B64): the event's row is held
   * while its state is looked at, so that the second of two clicks finds it released.
   *
   * @param actor who overrules, for the audit
   * @throws Problem 404 when there is no such event, 409 with the state when it is not withheld or
   *     cannot be delivered
   */
  @Transactional
  public void send(
      final OrganizationId organization, final UUID id, final String actor, final String reason) {
    final String state = events.hold(organization.value(), id).orElseThrow(ForceSend::unknown);
    if (!state.equals(EventState.WITHHELD.wire())) {
      throw Problem.conflict(
              "not_withheld",
              "Only a withheld message can be force-sent; this one is " + state + ".")
          .with("state", state);
    }
    final MessageEvent event =
        events.whole(organization.value(), id).map(StoredEvent::toEvent).orElseThrow();
    release.of(event, conversationOf(event));
    events.move(id, EventState.RELEASED.wire());
    attempts.resolve(id, "force_sent", clock.instant(), actor, reason);
    audit.record(organization, actor, "message.force_sent", id.toString(), reason, Map.of());
  }

  private @Nullable Conversation conversationOf(final MessageEvent event) {
    return event.conversation() == null
        ? null
        : conversations.find(event.origin().organization(), event.conversation()).orElseThrow();
  }

  private static Problem unknown() {
    return Problem.notFound("unknown_event", "There is no such message event.");
  }
}
