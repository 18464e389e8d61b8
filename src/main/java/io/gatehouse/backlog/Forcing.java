package io.gatehouse.backlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Brings what was written to the disk itself, for many writers at once: whoever asks while the disk
 * is busy is served by the next turn.
 */
final class Forcing {

  private final Disk disk;
  private List<CompletableFuture<Void>> asking = new ArrayList<>();
  private boolean busy;

  Forcing(final Disk disk) {
    this.disk = disk;
  }

  /** What is forced. */
  @FunctionalInterface
  interface Disk {
    void force() throws IOException;
  }

  /** Ends once everything written before this call is on the disk, or in its failure. */
  synchronized CompletionStage<Void> soon() {
    final var asked = new CompletableFuture<Void>();
    asking.add(asked);
    if (!busy) {
      busy = true;
      Thread.ofVirtual().name("backlog-force").start(this::serve);
    }
    return asked;
  }

  private void serve() {
    for (List<CompletableFuture<Void>> turn = next(); !turn.isEmpty(); turn = next()) {
      serve(turn);
    }
  }

  private synchronized List<CompletableFuture<Void>> next() {
    final List<CompletableFuture<Void>> turn = asking;
    asking = new ArrayList<>();
    busy = !turn.isEmpty();
    return turn;
  }

  private void serve(final List<CompletableFuture<Void>> turn) {
    try {
      disk.force();
      turn.forEach(asked -> asked.complete(null));
    } catch (final IOException | RuntimeException failed) {
      turn.forEach(asked -> asked.completeExceptionally(failed));
    }
  }
}
