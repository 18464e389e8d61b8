package io.gatehouse.gate;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The owner delivers a withheld message after all (S5.14–S5.18), or an inspection that it waited
 * for does.
 */
@Singleton
public class ForceSend {

  private final Events events;
  private final Progress progress;
  private final Conversations conversations;
  private final Release release;
  private final AuditLog audit;

  ForceSend(
      final Events events,
      final Progress progress,
      final Conversations conversations,
      final Release release,
      final AuditLog audit) {
    this.events = events;
    this.progress = progress;
    this.conversations = conversations;
    this.release = release;
    this.audit = audit;
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
    final EventState state = progress.hold(organization, id).orElseThrow(ForceSend::unknown);
    if (state != EventState.WITHHELD) {
      throw Problem.conflict(
              "not_withheld",
              "Only a withheld message can be force-sent; this one is " + state.wire() + ".")
          .with("state", state.wire());
    }
    final MessageEvent event = events.find(organization, id).orElseThrow();
    release.of(event, conversationOf(event));
    progress.released(id, actor, reason);
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
