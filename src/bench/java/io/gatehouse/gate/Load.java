package io.gatehouse.gate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Does the same thing over and over on some threads. */
final class Load {

  private Load() {}

  /**
   * How long the calls took.
   *
   * @param nanos of each call, sorted
   * @param cpu nanoseconds that the calling threads were on a processor, of all calls
   */
  record Figures(long[] nanos, long cpu, double seconds) {

    double callsPerSecond() {
      return nanos.length / seconds;
    }

    /** What a call costs this side, however busy the machine is. */
    double cpuMillis() {
      return cpu / 1e6 / nanos.length;
    }

    double millis(final double share) {
      return nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))] / 1e6;
    }
  }

  /**
   * @param work makes what one thread is to do over and over
   */
  static Figures run(final int threads, final int seconds, final Supplier<Runnable> work) {
    final long until = System.nanoTime() + seconds * 1_000_000_000L;
    final List<Future<long[]>> running = new ArrayList<>();
    final LongStream.Builder all = LongStream.builder();
    final AtomicLong cpu = new AtomicLong();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int thread = 0; thread < threads; thread++) {
        final Runnable call = work.get();
        running.add(pool.submit(() -> one(call, until, cpu)));
      }
      for (final Future<long[]> thread : running) {
        Arrays.stream(thread.get()).forEach(all);
      }
    } catch (final InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return new Figures(all.build().sorted().toArray(), cpu.get(), seconds);
  }

  private static long[] one(final Runnable call, final long until, final AtomicLong cpu) {
    final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    final long begin = threads.getCurrentThreadCpuTime();
    final LongStream.Builder taken = LongStream.builder();
    long now = System.nanoTime();
    while (now < until) {
      call.run();
      final long done = System.nanoTime();
      taken.add(done - now);
      now = done;
    }
    cpu.addAndGet(threads.getCurrentThreadCpuTime() - begin);
    return taken.build().toArray();
  }
}
