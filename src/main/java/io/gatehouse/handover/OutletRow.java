package io.gatehouse.handover;

import io.gatehouse.feed.Place;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an outlet is.
 *
 * @param failures in a row
 * @param told whether the outlet was told of its trouble
 * @param waiting whether anything lies behind its place that may be read
 */
@MappedEntity("feed_outlet")
record OutletRow(
    @Id String name,
    String target,
    long era,
    long transaction,
    long number,
    @Nullable String leasedBy,
    @Nullable Instant leasedUntil,
    int failures,
    @Nullable Instant failingSince,
    @Nullable Instant nextAt,
    @Nullable String trouble,
    boolean stopped,
    boolean told,
    boolean waiting) {

  Place place() {
    return new Place(era, transaction, number);
  }

  /** Whether it is somebody's turn to hand over now. */
  boolean due(final Instant now, final String me) {
    return waiting
        && !stopped
        && (nextAt == null || !nextAt.isAfter(now))
        && (leasedUntil == null || !leasedUntil.isAfter(now) || me.equals(leasedBy));
  }
}
