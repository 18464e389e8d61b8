package io.gatehouse.events;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A leak that was warned of or blocked, as its owner sees it.
 *
 * @param action warned, redacted, blocked, force_sent or dismissed
 * @param verdict what the owner said when dismissing it: right or false_alarm
 */
@Serdeable
public record Attempt(
    String action,
    Instant openedAt,
    @Nullable Instant senderWarnedAt,
    @Nullable Instant adminAlertedAt,
    @Nullable String verdict,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedBy,
    @Nullable String reason) {

  /** Nobody has had a word on it yet. */
  public boolean open() {
    return resolvedAt == null;
  }
}
