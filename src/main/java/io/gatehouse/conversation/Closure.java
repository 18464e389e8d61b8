package io.gatehouse.conversation;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Problem;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends conversations and opens them again; whoever finds it done already changes nothing. */
@Singleton
class Closure {

  private final Conversations known;
  private final ConversationRepository conversations;
  private final List<ConversationListener> listeners;
  private final AuditLog audit;
  private final Clock clock;

  Closure(
      final Conversations known,
      final ConversationRepository conversations,
      final List<ConversationListener> listeners,
      final AuditLog audit,
      final Clock clock) {
    this.known = known;
    this.conversations = conversations;
    this.listeners = listeners;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws Problem 404 when there is no such conversation
   */
  @Transactional
  public Conversation close(
      final Caller by,
      final Channel channel,
      final String externalRef,
      final @Nullable String reason) {
    final Conversation open = find(by, channel, externalRef);
    if (conversations.close(open.id(), clock.instant()) == 1) {
      listeners.forEach(listener -> listener.closed(open));
      record(by, "conversation.closed", open, reason);
    }
    return find(by, channel, externalRef);
  }

  /**
   * @throws Problem 404 when there is no such conversation, 409 when there is no number for it
   */
  @Transactional
  public Conversation open(
      final Caller by,
      final Channel channel,
      final String externalRef,
      final @Nullable String reason) {
    final Conversation closed = find(by, channel, externalRef);
    if (conversations.open(closed.id()) == 1) {
      final Conversation open = find(by, channel, externalRef);
      listeners.forEach(listener -> listener.opened(open));
      record(by, "conversation.opened", open, reason);
    }
    return find(by, channel, externalRef);
  }

  static Problem unknown() {
    return Problem.notFound("unknown_conversation", "There is no such conversation.");
  }

  private Conversation find(final Caller by, final Channel channel, final String externalRef) {
    return known.find(by.organization(), channel, externalRef).orElseThrow(Closure::unknown);
  }

  private void record(
      final Caller by,
      final String action,
      final Conversation conversation,
      final @Nullable String reason) {
    audit.record(
        by.organization(),
        by.name(),
        action,
        conversation.externalRef(),
        reason,
        Map.of("channel", conversation.channel().wire()));
  }
}
