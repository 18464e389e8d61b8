package io.gatehouse.crowd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The database that a gateway runs, which can be made to hang. */
final class Database {

  private final Path data;

  /**
   * @param data the gateway's own directory
   */
  Database(final Path data) {
    this.data = data;
  }

  /** It takes connections and says nothing any more. */
  void hang() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(final String signal) throws IOException, InterruptedException {
    final ProcessHandle postmaster = postmaster();
    final List<String> command = new ArrayList<>(List.of("kill", signal));
    command.add(Long.toString(postmaster.pid()));
    postmaster.children().forEach(child -> command.add(Long.toString(child.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** It outlives the gateway, so it is known by the file it keeps rather than as a child. */
  private ProcessHandle postmaster() throws IOException {
    try (var files = Files.walk(data)) {
      final Path file =
          files
              .filter(one -> one.getFileName().toString().equals("postmaster.pid"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("No database runs in " + data));
      final long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    }
  }
}
