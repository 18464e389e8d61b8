package io.gatehouse.limits;

import io.gatehouse.base.Problem;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What every request with a known key costs before it is looked at. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class DoorkeeperBenchmark {

  private static final String KEY = "gh_2TfP1vYb0mY4hVQw6v0nq9cVtF7m3cJ9X5e2d8k4b1A";

  private final Doorkeeper door =
      new Doorkeeper(
          new LimitSettings.Key(10_000_000, 10_000_000),
          new LimitSettings.Failures(60, 60),
          new Refusals(),
          Clock.systemUTC());

  public DoorkeeperBenchmark() {
    door.good(Doorkeeper.mark(KEY));
  }

  @Benchmark
  @Threads(1)
  public void enter() {
    request();
  }

  @Benchmark
  @Threads(2)
  public void enterTogether() {
    request();
  }

  private void request() {
    try {
      door.enter(Doorkeeper.mark(KEY), () -> "");
      door.good(Doorkeeper.mark(KEY));
    } catch (final Problem refused) {
      // The bucket is empty after a while; a refusal is no cheaper.
    }
  }
}
