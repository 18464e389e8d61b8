package io.gatehouse.standings;

import io.gatehouse.base.OrganizationId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a pair stands. Review and suspension are two facts, so that the end of one never undoes the
 * other (B30, B33).
 *
 * @param suspendedUntil from then on it is over, whether or not that was recorded
 */
@MappedEntity("pair_standing")
record PairStanding(
    @Id UUID pairId,
    String organizationId,
    @Nullable Instant reviewSince,
    @Nullable Instant suspendedSince,
    @Nullable Instant suspendedUntil,
    Instant changedAt,
    String changedBy,
    @Nullable String reason) {

  boolean suspendedAt(final Instant now) {
    return suspendedUntil != null && suspendedUntil.isAfter(now);
  }

  boolean clearedAt(final Instant now) {
    return reviewSince == null && !suspendedAt(now);
  }

  OrganizationId organization() {
    return new OrganizationId(organizationId);
  }
}
