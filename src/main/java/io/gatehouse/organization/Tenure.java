package io.gatehouse.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an organization stands, since when and until when.
 *
 * @param until the end of the suspension that stands; null while none does, and for one without an
 *     end. From then on it is over, recorded or not
 * @param flaggedMeanwhile whether it was flagged while suspended, and so is afterwards (B30)
 * @param version counts the changes
 */
public record Tenure(
    Standing standing,
    Instant since,
    @Nullable Instant until,
    boolean flaggedMeanwhile,
    int version) {

  /** Whether it may not send. */
  public boolean suspendedAt(final Instant now) {
    return standing == Standing.SUSPENDED && (until == null || now.isBefore(until));
  }

  /** Whether its suspension is over and nobody has written that down. */
  public boolean endedBy(final Instant now) {
    return standing == Standing.SUSPENDED && !suspendedAt(now);
  }

  public boolean isFlagged() {
    return standing == Standing.FLAGGED || flaggedMeanwhile;
  }

  /** A flag never ends a suspension (B33): then it counts from the end of it. */
  public Tenure flagged(final Instant now) {
    return standing == Standing.SUSPENDED
        ? new Tenure(standing, since, until, true, version + 1)
        : new Tenure(Standing.FLAGGED, now, null, false, version + 1);
  }

  /** A suspension that stands is given another end; it is the same still. */
  public Tenure suspended(final Instant now, final @Nullable Instant end) {
    return standing == Standing.SUSPENDED
        ? new Tenure(standing, since, end, flaggedMeanwhile, version + 1)
        : new Tenure(Standing.SUSPENDED, now, end, false, version + 1);
  }

  /** Whoever restores it has seen its flags as well. */
  public Tenure restored(final Instant now) {
    return new Tenure(Standing.ACTIVE, now, null, false, version + 1);
  }

  /** What a suspension leaves that ends by itself. */
  public Tenure ended() {
    final Standing after = flaggedMeanwhile ? Standing.FLAGGED : Standing.ACTIVE;
    return new Tenure(after, until == null ? since : until, null, false, version + 1);
  }
}
