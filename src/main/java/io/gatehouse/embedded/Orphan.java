package io.gatehouse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that outlived its Gatehouse (kill -9). The caller holds the directory's lock, so nobody
 * else can be using it.
 */
final class Orphan {

  private static final String PROGRAM = "postgres";

  private final Path pidFile;
  private final Path cluster;

  Orphan(final Path cluster) {
    this.cluster = cluster;
    this.pidFile = cluster.resolve("postmaster.pid");
  }

  /** The port a server says it listens on: line 4 of its pid file. */
  static Optional<Integer> port(final Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    final List<String> lines = Files.readAllLines(pidFile);
    return lines.size() < 4 ? Optional.empty() : Optional.of(Integer.valueOf(lines.get(3).strip()));
  }

  /** Tells whether a server still runs on this directory. */
  boolean isRunning() throws IOException {
    return holder().filter(this::servesThisDirectory).isPresent();
  }

  /**
   * Removes a pid file whose number now belongs to some other program, as happens when containers
   * count from 1 again: PostgreSQL would take that program for itself and refuse to start.
   */
  void forgetStranger() throws IOException {
    if (holder().filter(process -> !servesThisDirectory(process)).isPresent()) {
      Files.delete(pidFile);
    }
  }

  private Optional<ProcessHandle> holder() throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    final List<String> lines = Files.readAllLines(pidFile);
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
  }

  /**
   * A server whose command line is hidden from us counts as ours: better asked to stop than lost.
   */
  private boolean servesThisDirectory(final ProcessHandle process) {
    final ProcessHandle.Info info = process.info();
    final boolean postgres = info.command().map(c -> c.endsWith(PROGRAM)).orElse(true);
    final boolean here =
        info.arguments().map(a -> List.of(a).contains(cluster.toString())).orElse(true);
    return postgres && here;
  }
}
