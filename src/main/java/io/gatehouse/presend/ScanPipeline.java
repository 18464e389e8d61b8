package io.gatehouse.presend;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads, scans on several threads, and writes in the order of reading. At most a window of lines is
 * under way, so that a slow reader of the output slows the input down and an endless input needs no
 * endless memory; what is ready is flushed whenever the next line is not.
 */
final class ScanPipeline {

  private static final int LINES_A_THREAD = 32;
  private static final Future<LineScan.Answer> END = new CompletableFuture<>();

  private final LineScan scan;
  private final int threads;
  private final PrintWriter words;
  private final BlockingQueue<Future<LineScan.Answer>> window;
  private volatile boolean outputClosed;

  /**
   * @param words gets the explanations, in the order of the answers
   */
  ScanPipeline(final LineScan scan, final int threads, final PrintWriter words) {
    this.scan = scan;
    this.threads = threads;
    this.words = words;
    this.window = new ArrayBlockingQueue<>(threads * LINES_A_THREAD);
  }

  /**
   * How it ended.
   *
   * @param whole false when the output was closed before everything was written
   */
  record Tally(long lines, long bad, boolean whole) {

    boolean good() {
      return whole && bad == 0;
    }
  }

  /**
   * @throws IOException when the input cannot be read
   */
  Tally run(final LineReader in, final OutputStream out) throws IOException, InterruptedException {
    try (ExecutorService writer = Executors.newSingleThreadExecutor();
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      final Future<Tally> written = writer.submit(() -> write(new BufferedOutputStream(out)));
      try {
        read(in, workers);
      } finally {
        window.put(END);
      }
      return ended(written);
    }
  }

  private void read(final LineReader in, final ExecutorService workers)
      throws IOException, InterruptedException {
    Optional<Line> line = in.next();
    while (line.isPresent() && !outputClosed) {
      final Line next = line.get();
      window.put(workers.submit(() -> scan.scan(next)));
      line = in.next();
    }
  }

  private static Tally ended(final Future<Tally> written) throws InterruptedException {
    try {
      return written.get();
    } catch (final ExecutionException bug) {
      throw new IllegalStateException("a line could not be scanned", bug.getCause());
    }
  }

  private Tally write(final OutputStream out) throws InterruptedException, ExecutionException {
    long lines = 0;
    long bad = 0;
    for (var next = window.take(); next != END; next = window.take()) {
      final LineScan.Answer answer = next.get();
      write(answer.json(), out);
      words.print(answer.told());
      lines++;
      bad += answer.good() ? 0 : 1;
    }
    words.flush();
    return new Tally(lines, bad, !outputClosed);
  }

  /** After a failure lines are only taken, so that the reader never waits for room in vain. */
  private void write(final String json, final OutputStream out) {
    if (outputClosed) {
      return;
    }
    try {
      out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
      final var following = window.peek();
      if (following == null || !following.isDone()) {
        out.flush();
      }
    } catch (final IOException nobodyReads) {
      outputClosed = true;
    }
  }
}
