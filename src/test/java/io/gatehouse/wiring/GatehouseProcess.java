package io.gatehouse.wiring;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Gatehouse as its users run it: a process of its own, seen by its output and exit code. */
final class GatehouseProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 90;
  private static final String END = "\0";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private final Thread reader;

  GatehouseProcess(final Map<String, String> environment, final String... arguments)
      throws IOException {
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", shippedClasses(), "io.gatehouse.Gatehouse"));
    command.addAll(List.of(arguments));
    final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    builder.environment().putAll(environment);
    process = builder.start();
    reader = Thread.ofVirtual().start(this::read);
  }

  /** Without the test kit, whose beans would take the place of the real ones. */
  private static String shippedClasses() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits for a line and gives what follows the text in it. */
  String after(final String text) throws InterruptedException {
    while (true) {
      final String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        throw new AssertionError("no line with \"" + text + "\" but: " + seen);
      }
      seen.add(line);
      if (line.contains(text)) {
        return line.substring(line.indexOf(text) + text.length()).strip();
      }
    }
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + output());
    }
    return process.exitValue();
  }

  /** Everything it said; complete once it has ended. */
  String output() throws InterruptedException {
    reader.join();
    lines.drainTo(seen);
    seen.remove(END);
    return String.join("\n", seen);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void terminate() {
    process.destroy();
  }

  @Override
  public void close() throws InterruptedException {
    terminate();
    exitCode();
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    } catch (final IOException ended) {
      lines.add("(" + ended.getMessage() + ")");
    }
    lines.add(END);
  }
}
