package io.gatehouse.overrides;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.Map;

/** What every word on a message leaves behind, in the transaction that carries it out. */
@Singleton
class Verdicts {

  private final Lessons lessons;
  private final Inbox inbox;
  private final AuditLog audit;

  Verdicts(final Lessons lessons, final Inbox inbox, final AuditLog audit) {
    this.lessons = lessons;
    this.inbox = inbox;
    this.audit = audit;
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
  }
}
