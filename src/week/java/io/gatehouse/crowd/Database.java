package io.gatehouse.crowd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The database that a gateway runs, which can be made to hang. */
final class Database {

  private final ProcessHandle gateway;

  Database(final ProcessHandle gateway) {
    this.gateway = gateway;
  }

  /** It takes connections and says nothing any more. */
  void hang() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(final String signal) throws IOException, InterruptedException {
    final List<String> command = new ArrayList<>(List.of("kill", signal));
    gateway
        .descendants()
        .filter(Database::isPostgres)
        .forEach(child -> command.add(Long.toString(child.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** By its name: in a user namespace of its own its program is not for us to see. */
  private static boolean isPostgres(final ProcessHandle child) {
    try {
      return Files.readString(Path.of("/proc/" + child.pid() + "/comm")).startsWith("postgres");
    } catch (final IOException ended) {
      return false;
    }
  }
}
