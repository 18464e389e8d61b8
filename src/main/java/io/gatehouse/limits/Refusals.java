package io.gatehouse.limits;

import io.gatehouse.base.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was refused since the start, by this instance. */
@Singleton
public class Refusals {

  static final String BY_KEY = "key";
  static final String BY_FAILURES = "failures";

  /** What is counted, each by its name. */
  public static final List<String> KINDS =
      Stream.concat(Stream.of(Action.values()).map(Action::wire), Stream.of(BY_KEY, BY_FAILURES))
          .toList();

  private static final long NANOS = 1_000_000;

  private final Map<String, LongAdder> counts =
      KINDS.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), k -> new LongAdder()));

  /**
   * @param kind one of {@link #KINDS}
   */
  public long of(final String kind) {
    return adder(kind).sum();
  }

  void count(final String kind) {
    adder(kind).increment();
  }

  /** 429 (RFC 6585 §4); the wait is told in milliseconds, and in the header in seconds. */
  static Problem problem(final Duration wait) {
    return new Problem(429, "rate_limited", "Too many requests. Wait a little before the next.")
        .with("retry_after_ms", Math.ceilDiv(wait.toNanos(), NANOS));
  }

  private LongAdder adder(final String kind) {
    final LongAdder adder = counts.get(kind);
    if (adder == null) {
      throw new IllegalArgumentException("nothing is refused by " + kind);
    }
    return adder;
  }
}
