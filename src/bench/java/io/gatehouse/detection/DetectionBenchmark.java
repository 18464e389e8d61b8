package io.gatehouse.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Mean times of one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Threads(1)
@Fork(1)
public class DetectionBenchmark {

  static final String CORPUS = "bench.corpus";
  static final String HELD = "training/held.jsonl";

  private final Detector detector = Detector.standard();
  private final ScanRequest clean = BenchmarkTexts.plain(BenchmarkTexts.CLEAN);
  private final ScanRequest ordinary = BenchmarkTexts.plain(BenchmarkTexts.ordinary(10_000));
  private final ScanRequest worst5k = BenchmarkTexts.plain(WorstText.of(5_000));
  private final ScanRequest worst10k = BenchmarkTexts.plain(WorstText.of(10_000));
  private final ScanRequest worst20k = BenchmarkTexts.plain(WorstText.of(20_000));
  private List<ScanRequest> corpus = List.of();

  @Setup
  public void read() throws IOException {
    corpus = BenchmarkTexts.corpus(Path.of(System.getProperty(CORPUS, HELD)));
  }

  @Benchmark
  public Scan clean() {
    return detector.scan(clean);
  }

  @Benchmark
  public int cleanByPatterns() {
    return PlainPatterns.count(clean.text());
  }

  @Benchmark
  public int corpus() {
    int found = 0;
    for (final ScanRequest request : corpus) {
      found += detector.scan(request).findings().size();
    }
    return found;
  }

  @Benchmark
  public int corpusByPatterns() {
    int found = 0;
    for (final ScanRequest request : corpus) {
      found += PlainPatterns.count(request.text());
    }
    return found;
  }

  @Benchmark
  public Scan ordinary10k() {
    return detector.scan(ordinary);
  }

  @Benchmark
  public Scan worst5k() {
    return detector.scan(worst5k);
  }

  @Benchmark
  public Scan worst10k() {
    return detector.scan(worst10k);
  }

  @Benchmark
  public Scan worst20k() {
    return detector.scan(worst20k);
  }
}
