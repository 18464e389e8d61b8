package io.gatehouse.embedded;

import io.gatehouse.base.StartFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs and waits for their end. */
final class Command {

  private static final Path NOWHERE = Path.of("/dev/null");

  private final List<String> prefix;

  /**
   * @param prefix words before every command, which take root's rights away
   */
  Command(final List<String> prefix) {
    this.prefix = List.copyOf(prefix);
  }

  /**
   * @throws StartFailure with the program's own words when it fails
   */
  void run(final Path program, final String... arguments) {
    final List<String> line = new ArrayList<>(prefix);
    line.add(program.toString());
    line.addAll(List.of(arguments));
    final Ended ended = end(line);
    if (ended.code() != 0) {
      throw StartFailure.because(
          "PostgreSQL: " + program.getFileName() + " failed: " + ended.output().strip());
    }
  }

  /** Tells whether a command exists and succeeds. */
  static boolean works(final String... line) {
    try {
      return end(List.of(line)).code() == 0;
    } catch (final StartFailure absent) {
      return false;
    }
  }

  private static Ended end(final List<String> line) {
    try {
      final Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectInput(new File(NOWHERE.toString()))
              .start();
      final String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (final IOException notStarted) {
      throw StartFailure.because("PostgreSQL: " + notStarted.getMessage());
    } catch (final InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw StartFailure.because("PostgreSQL: interrupted while waiting for " + line.getFirst());
    }
  }

  private record Ended(int code, String output) {}
}
