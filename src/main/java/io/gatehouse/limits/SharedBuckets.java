package io.gatehouse.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Buckets in the database, each held from its first use to the end of the running transaction. The
 * library's own way to PostgreSQL opens and commits a transaction for each bucket, so that two of
 * them could not be taken together or not at all.
 */
@Singleton
class SharedBuckets extends AbstractSelectForUpdateBasedProxyManager<String> {

  private final BucketRepository buckets;
  private final Clock clock;

  SharedBuckets(final BucketRepository buckets, final Clock clock) {
    super(ClientSideConfig.getDefault().withClientClock(new ClockMeter(clock)));
    this.buckets = buckets;
    this.clock = clock;
  }

  /**
   * A bucket by its name and its rate: with another rate it is another bucket, so that a change of
   * settings counts at once.
   */
  Bucket of(final String name, final Rate rate) {
    return getProxy(
        rate.most() + "/" + rate.within().toSeconds() + ":" + name, () -> rate.bucket());
  }

  @Override
  protected SelectForUpdateBasedTransaction allocateTransaction(
      final String id, final Optional<Long> timeoutNanos) {
    return new RunningTransaction(buckets, clock, id);
  }

  @Override
  public void removeProxy(final String id) {
    throw new UnsupportedOperationException("buckets expire by themselves");
  }
}
