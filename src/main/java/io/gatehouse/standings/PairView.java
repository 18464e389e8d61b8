package io.gatehouse.standings;

import io.gatehouse.standings.StandingRepository.Listed;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pair as its owner sees it.
 *
 * @param state suspended, review or clear
 * @param since when that state began; missing while it is clear
 * @param until when a suspension ends by itself
 * @param strikes inside the window
 */
@Serdeable
record PairView(
    UUID id,
    @Nullable Who client,
    @Nullable Who provider,
    String state,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String by,
    @Nullable String reason,
    int strikes) {

  static PairView of(final Listed pair, final Instant now) {
    final boolean suspended = pair.suspendedUntil() != null && pair.suspendedUntil().isAfter(now);
    return new PairView(
        pair.id(),
        Who.of(pair.clientName(), pair.clientAddress()),
        Who.of(pair.providerName(), pair.providerAddress()),
        suspended ? "suspended" : pair.reviewSince() == null ? "clear" : "review",
        suspended ? pair.suspendedSince() : pair.reviewSince(),
        suspended ? pair.suspendedUntil() : null,
        pair.changedBy(),
        pair.reason(),
        pair.strikes());
  }
}
