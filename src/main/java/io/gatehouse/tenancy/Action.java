package io.gatehouse.tenancy;

import io.gatehouse.organization.Tenure;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is done to an organization; the only words for it, which are none of how it stands (B31).
 */
enum Action {
  FLAGGED,
  SUSPENDED,
  /** A suspension that stands was given a later end, or none. */
  EXTENDED,
  /** A suspension that stands was given an earlier end. */
  SHORTENED,
  /** By the operator, who clears its flags as well, or by the end of its suspension. */
  RESTORED;

  /** The name used in JSON and tables. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How the organization stands afterwards, whichever way it stood.
   *
   * @param until when the suspension ends, where there is one then; null: when it is lifted
   */
  Tenure on(final Tenure before, final Instant now, final @Nullable Instant until) {
    return switch (this) {
      case FLAGGED -> before.flagged(now);
      case SUSPENDED, EXTENDED, SHORTENED -> before.suspended(now, until);
      case RESTORED -> before.endedBy(now) ? before.ended() : before.restored(now);
    };
  }
}
