package io.gatehouse.limits;

import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** One look at one bucket, within a transaction that is begun and ended elsewhere. */
record RunningTransaction(BucketRepository buckets, Clock clock, String id)
    implements SelectForUpdateBasedTransaction {

  @Override
  public void begin(final Optional<Long> timeoutNanos) {}

  @Override
  public void rollback() {}

  @Override
  public void commit(final Optional<Long> timeoutNanos) {}

  @Override
  public void release() {}

  @Override
  public LockAndGetResult tryLockAndGet(final Optional<Long> timeoutNanos) {
    return LockAndGetResult.locked(buckets.lock(id, clock.instant()));
  }

  @Override
  public boolean tryInsertEmptyData(final Optional<Long> timeoutNanos) {
    throw new UnsupportedOperationException("a row that is missing is made when it is locked");
  }

  @Override
  public void update(
      final byte[] data, final RemoteBucketState state, final Optional<Long> timeoutNanos) {
    final Instant now = clock.instant();
    final long full = state.calculateFullRefillingTime(new ClockMeter(clock).currentTimeNanos());
    buckets.save(id, data, now.plusNanos(full));
  }
}
