package io.gatehouse.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the midst of keeping messages. */
class KilledTest {

  private static final int ENOUGH = 500;

  @Test
  void whatever_was_answered_before_the_kill_is_there(@TempDir final Path directory)
      throws IOException, InterruptedException {
    final List<String> answered = new ArrayList<>();
    final Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                directory.toString())
            .start();
    try (BufferedReader output = process.inputReader()) {
      while (answered.size() < ENOUGH) {
        answered.add(output.readLine());
      }
      process.destroyForcibly().waitFor();
    }
    final Backlog backlog = new Backlog(directory, 64 << 20, Messages.SEALER);
    backlog.resume();
    final List<String> found =
        backlog.first(1_000_000, Set.of()).stream().map(entry -> entry.id().toString()).toList();
    backlog.close();
    assertThat(found).containsAll(answered).doesNotHaveDuplicates();
  }

  /** Keeps messages and says so of each, for as long as it lives. */
  static final class Keeper {

    private Keeper() {}

    public static void main(final String[] arguments) throws IOException {
      final Backlog backlog = new Backlog(Path.of(arguments[0]), 64 << 20, Messages.SEALER);
      for (int number = 0; number < 100_000; number++) {
        final Entry entry = Messages.entry("thread " + number, "m" + number);
        backlog.keep(entry);
        System.out.println(entry.id());
      }
    }
  }
}
