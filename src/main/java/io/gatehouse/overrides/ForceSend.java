package io.gatehouse.overrides;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.events.Progress;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/**
 * The owner delivers a message after all (S5.14–S5.18), or an inspection that it waited for does.
 */
@Singleton
public class ForceSend {

  private final Held held;
  private final Release release;
  private final Progress progress;
  private final Verdicts verdicts;

  ForceSend(
      final Held held, final Release release, final Progress progress, final Verdicts verdicts) {
    this.held = held;
    this.release = release;
    this.progress = progress;
    this.verdicts = verdicts;
  }

  /**
   * Delivers what was withheld, or the original of what was delivered masked, exactly once, however
   * often it is asked for (B64).
   *
   * @param by who overrules, for the audit
   * @throws Problem 404 when there is no such event, 409 with the state when nothing of it is kept
   *     back or it cannot be delivered
   */
  @Transactional
  public void send(
      final OrganizationId organization, final UUID id, final String by, final String reason) {
    final Held.Message message = held.hold(organization, id);
    if (!message.withheld() && !message.masked()) {
      throw message.conflict(
          "not_withheld",
          "Only a message that is kept back, whole or in parts, can be force-sent.");
    }
    release.of(message.event(), held.conversation(message.event()).orElse(null));
    progress.released(id, by, reason);
    verdicts.record(
        by, message.event(), Lessons.FORCE_SENT, "message.force_sent", reason, Map.of());
  }
}
