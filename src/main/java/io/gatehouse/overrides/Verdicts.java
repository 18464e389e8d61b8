package io.gatehouse.overrides;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What every word on a message leaves behind, in the transaction that carries it out. */
@Singleton
class Verdicts {

  private final Lessons lessons;
  private final Inbox inbox;
  private final AuditLog audit;
  private final List<ResolutionListener> listeners;

  Verdicts(
      final Lessons lessons,
      final Inbox inbox,
      final AuditLog audit,
      final List<ResolutionListener> listeners) {
    this.lessons = lessons;
    this.inbox = inbox;
    this.audit = audit;
    this.listeners = listeners;
  }

  /**
   * Teaches the rules, marks the message's notices as read, and records who said what and why
   * (S5.18).
   *
   * @param action as the audit names it
   */
  void record(
      final String by,
      final MessageEvent event,
      final String verdict,
      final String action,
      final String reason,
      final Map<String, String> details) {
    lessons.learn(event, verdict);
    inbox.decided(event.origin().organization(), event.id(), by);
    audit.record(event.origin().organization(), by, action, event.id().toString(), reason, details);
    listeners.forEach(listener -> listener.resolved(event, by));
  }
}
