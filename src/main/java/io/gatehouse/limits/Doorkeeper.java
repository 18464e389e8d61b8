package io.gatehouse.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Counts the requests of each key and the failures of each address, in the memory of this instance:
 * a round trip for each request would cost more than most requests do. Keys that were good a while
 * ago are let in whatever their address did, since many may share one behind a proxy.
 */
@Singleton
class Doorkeeper {

  /** Of each, some hundred bytes. */
  private static final int MOST = 10_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Remembered<Bucket> good = new Remembered<>(MOST);
  private final Remembered<Bucket> failing = new Remembered<>(MOST);
  private final LimitSettings.Key key;
  private final LimitSettings.Failures failures;
  private final Refusals refusals;
  private final ClockMeter clock;

  Doorkeeper(
      final LimitSettings.Key key,
      final LimitSettings.Failures failures,
      final Refusals refusals,
      final Clock clock) {
    this.key = key;
    this.failures = failures;
    this.refusals = refusals;
    this.clock = new ClockMeter(clock);
  }

  /**
   * What a key is remembered by. One cannot be found from the other, so that the memory holds no
   * keys.
   */
  static String mark(final String key) {
    try {
      final byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new String(hash, StandardCharsets.ISO_8859_1);
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Before anybody knows whose key it is.
   *
   * @param mark of the key; empty without one
   * @throws io.gatehouse.base.Problem 429 with how long to wait
   */
  void enter(final String mark, final Supplier<String> network) {
    final Bucket known = good.get(mark);
    if (known != null) {
      refuseUnless(known.tryConsume(1), Refusals.BY_KEY, known);
      return;
    }
    final Bucket failed = failing.get(network.get());
    if (failed != null) {
      refuseUnless(failed.getAvailableTokens() > 0, Refusals.BY_FAILURES, failed);
    }
  }

  /** The key turned out to be somebody's. */
  void good(final String mark) {
    if (good.get(mark) == null) {
      final Bucket fresh = bucket(key.burst(), key.perMinute());
      good.putIfAbsent(mark, fresh).tryConsume(1);
    }
  }

  /** The key turned out to be nobody's, or there was none. */
  void failed(final String mark, final String network) {
    good.remove(mark);
    failing.putIfAbsent(network, bucket(failures.burst(), failures.perMinute())).tryConsume(1);
  }

  private void refuseUnless(final boolean pass, final String kind, final Bucket bucket) {
    if (!pass) {
      refusals.count(kind);
      final EstimationProbe next = bucket.estimateAbilityToConsume(1);
      throw Refusals.problem(Duration.ofNanos(Math.max(1, next.getNanosToWaitForRefill())));
    }
  }

  private Bucket bucket(final int burst, final int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, MINUTE))
        .withCustomTimePrecision(clock)
        .build();
  }
}
