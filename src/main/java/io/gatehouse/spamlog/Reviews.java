package io.gatehouse.spamlog;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People's words on detections: added, never changed, and one at a time. */
@Singleton
class Reviews {

  private final ReviewRepository reviews;
  private final AuditLog audit;
  private final Clock clock;

  Reviews(final ReviewRepository reviews, final AuditLog audit, final Clock clock) {
    this.reviews = reviews;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param turn the turn of the last word that was read, 0 when there was none
   * @throws Problem 409 when somebody had a word meanwhile
   */
  @Transactional
  public void add(
      final Caller by,
      final UUID spam,
      final int turn,
      final String verdict,
      final @Nullable String reason) {
    if (reviews.add(spam, turn + 1, verdict, reason, by.name(), clock.instant()) == 0) {
      throw Problem.conflict(
          "spam_reviewed",
          "Somebody reviewed this meanwhile. Read it again and name its review's turn.");
    }
    audit.record(
        by.organization(),
        by.name(),
        "spam.reviewed",
        spam.toString(),
        reason,
        Map.of("verdict", verdict));
  }
}
