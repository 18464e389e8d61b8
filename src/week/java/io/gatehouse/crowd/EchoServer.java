package io.gatehouse.crowd;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The echo as a process of its own, like the gateway it is compared with. */
final class EchoServer implements AutoCloseable {

  private final int port;
  private final Process process;

  EchoServer(final Path data) throws IOException, InterruptedException {
    try (var socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                alone(data),
                Echo.class.getName(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitPort();
  }

  URI address() {
    return URI.create("ws://localhost:" + port + "/echo");
  }

  /** The framework and the echo alone: beans of the gateway or of tests would come to life too. */
  private static String alone(final Path data) throws IOException {
    final List<String> entries = new ArrayList<>(List.of(data.toString()));
    for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!Files.isDirectory(Path.of(entry))) {
        entries.add(entry);
      } else if (entry.endsWith("test-classes")) {
        copyEcho(Path.of(entry), data);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void copyEcho(final Path from, final Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (final Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().contains("Echo")) {
          final Path copy = to.resolve(from.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private void awaitPort() throws InterruptedException {
    for (int tenth = 0; tenth < 300 && process.isAlive(); tenth++) {
      try (var socket = new Socket("localhost", port)) {
        socket.setSoLinger(true, 0);
        return;
      } catch (final IOException notYet) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("The echo did not start.");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
