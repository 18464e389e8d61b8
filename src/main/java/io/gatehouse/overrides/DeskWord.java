package io.gatehouse.overrides;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.events.Progress;
import io.gatehouse.inbox.Inbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Somebody on the provider's desk saw to a flagged message. */
@Singleton
public class DeskWord {

  private final Held held;
  private final Progress progress;
  private final Inbox inbox;
  private final AuditLog audit;

  DeskWord(final Held held, final Progress progress, final Inbox inbox, final AuditLog audit) {
    this.held = held;
    this.progress = progress;
    this.inbox = inbox;
    this.audit = audit;
  }

  /**
   * Resolves what is still open of a message: what was withheld stays so, its strike too. The desk
   * did not say what it was, so no rule learns from it. Done twice it is done once.
   *
   * @param by the desk, for the audit
   */
  @Transactional
  public void settled(
      final OrganizationId organization, final UUID id, final String by, final String reason) {
    if (!held.hold(organization, id).open()) {
      return;
    }
    progress.dismissed(id, null, by, reason);
    inbox.decided(organization, id, by);
    audit.record(organization, by, "message.dismissed", id.toString(), reason, Map.of());
  }
}
