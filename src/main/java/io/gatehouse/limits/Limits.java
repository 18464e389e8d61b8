package io.gatehouse.limits;

import io.gatehouse.base.Ids;
import io.gatehouse.base.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets people do things only so often: a person whatever the address, and an address whoever uses
 * it, so that changing one of them helps nobody (B37). All instances count together, and go on
 * counting after a restart.
 */
@Singleton
public class Limits {

  private final SharedBuckets buckets;
  private final LogRepository log;
  private final Rates rates;
  private final Refusals refusals;
  private final Ids ids;
  private final Clock clock;

  Limits(
      final SharedBuckets buckets,
      final LogRepository log,
      final Rates rates,
      final Refusals refusals,
      final Ids ids,
      final Clock clock) {
    this.buckets = buckets;
    this.log = log;
    this.rates = rates;
    this.refusals = refusals;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Counts one more, as {@link #take} does.
   *
   * @throws Problem 429 with how long to wait
   */
  public void demand(final Action action, final Asker asker) {
    final Duration wait = take(action, asker);
    if (wait.isPositive()) {
      throw Refusals.problem(wait);
    }
  }

  /**
   * Counts one more, and writes down what was decided, whatever becomes of the caller's work: call
   * it before a transaction, which would hold a second connection.
   *
   * @return zero when it may be done; else how long until it could, and nothing is counted
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Duration take(final Action action, final Asker asker) {
    final Duration wait = take(buckets(action, asker));
    final boolean blocked = wait.isPositive();
    log.add(
        ids.next(),
        asker.organization().value(),
        asker.user().orElse(null),
        asker.address().getHostAddress(),
        action.wire(),
        blocked,
        clock.instant());
    if (blocked) {
      refusals.count(action.wire());
    }
    return wait;
  }

  /** Always the person's before the address's: whoever holds one waits for nobody's other. */
  private List<Bucket> buckets(final Action action, final Asker asker) {
    final Rate rate = rates.of(action);
    final String name = action.wire() + ":" + asker.organization() + ":";
    final List<Bucket> both = new ArrayList<>();
    asker.user().ifPresent(user -> both.add(buckets.of(name + "user:" + user, rate)));
    both.add(buckets.of(name + "ip:" + Addresses.network(asker.address()), rate));
    return both;
  }

  private static Duration take(final List<Bucket> all) {
    final List<Bucket> taken = new ArrayList<>();
    long wait = 0;
    for (final Bucket bucket : all) {
      final ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
      wait = Math.max(wait, probe.getNanosToWaitForRefill());
      if (probe.isConsumed()) {
        taken.add(bucket);
      }
    }
    if (taken.size() < all.size()) {
      taken.forEach(bucket -> bucket.addTokens(1));
    }
    return Duration.ofNanos(wait);
  }
}
