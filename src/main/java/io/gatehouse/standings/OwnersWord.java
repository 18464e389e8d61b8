package io.gatehouse.standings;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The owner suspends a pair, gives a suspension another end, or lifts everything. */
@Singleton
class OwnersWord {

  /** Of two clicks the second one's end is a moment later, and means the same. */
  private static final Duration SAME = Duration.ofMinutes(1);

  private final StandingRepository standings;
  private final Standings changes;
  private final Clock clock;

  OwnersWord(final StandingRepository standings, final Standings changes, final Clock clock) {
    this.standings = standings;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Suspends the pair until then; a suspension that stands gets that end, later or earlier (B28).
   *
   * @throws Problem 404 when there is no such pair
   */
  @Transactional
  public void suspend(final Caller by, final UUID pair, final Instant until, final String reason) {
    final Instant now = clock.instant();
    final Optional<PairStanding> standing = hold(by, pair).filter(one -> one.suspendedAt(now));
    if (standing.filter(one -> same(one.suspendedUntil(), until)).isPresent()) {
      return;
    }
    standings.suspend(pair, by.organization().value(), until, by.name(), reason, now);
    changes.changed(by.organization());
    changes.record(
        by.organization(),
        by.name(),
        standing.isPresent() ? "pair.suspension_changed" : "pair.suspended",
        pair,
        reason,
        Map.of("until", until.toString()));
  }

  /**
   * Ends suspension and review: the owner has seen to it. Lifted twice is lifted once.
   *
   * @throws Problem 404 when there is no such pair, 409 when it never was suspended or reviewed
   */
  @Transactional
  public void lift(final Caller by, final UUID pair, final String reason) {
    final PairStanding standing =
        hold(by, pair)
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "nothing_to_lift", "The pair is neither suspended nor under review."));
    if (standing.clearedAt(clock.instant()) && standing.suspendedSince() == null) {
      return;
    }
    standings.lift(pair, by.name(), reason, clock.instant());
    changes.changed(by.organization());
    changes.record(by.organization(), by.name(), "pair.lifted", pair, reason, Map.of());
  }

  private Optional<PairStanding> hold(final Caller by, final UUID pair) {
    if (!standings.pairExists(by.organization().value(), pair)) {
      throw Problem.notFound("unknown_pair", "There is no such pair.");
    }
    return standings.hold(by.organization().value(), pair);
  }

  private static boolean same(final @Nullable Instant end, final Instant wanted) {
    return end != null && Duration.between(end, wanted).abs().compareTo(SAME) < 0;
  }
}
