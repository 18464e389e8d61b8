package io.gatehouse.crowd;

import java.io.IOException;
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
        .filter(child -> child.info().command().orElse("").endsWith("postgres"))
        .forEach(child -> command.add(Long.toString(child.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
