package io.gatehouse.crowd;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long answers took, from the moment they were due to be asked for. */
final class Latencies {

  private final long[] nanos;
  private final AtomicInteger count = new AtomicInteger();

  Latencies(final int most) {
    this.nanos = new long[most];
  }

  void add(final long took) {
    final int place = count.getAndIncrement();
    if (place < nanos.length) {
      nanos[place] = took;
    }
  }

  int count() {
    return Math.min(count.get(), nanos.length);
  }

  /** Milliseconds within which that share was answered. */
  double percentile(final double share) {
    final long[] sorted = Arrays.copyOf(nanos, count());
    Arrays.sort(sorted);
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] / 1e6;
  }
}
