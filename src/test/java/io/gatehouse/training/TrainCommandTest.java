package io.gatehouse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

  private final Path folder;

  TrainCommandTest(@TempDir final Path folder) {
    this.folder = folder;
  }

  /** Whoever changes a rule, a concept or a labelled message makes the model again. */
  @Test
  void the_shipped_model_is_what_the_labelled_messages_give() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("training"))) {
      final List<Path> labelled =
          files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
      assertThat(String.join("\n", TrainCommand.model(labelled)))
          .as("run the train command of training/README.md")
          .isEqualTo(shipped());
    }
  }

  @Test
  void a_line_that_is_no_labelled_message_is_named() throws Exception {
    final Path file = folder.resolve("bad.jsonl");
    Files.writeString(
        file,
        """
        {"text":"hi","channel":"sms","label":"clean"}
        {"text":"hi","channel":"pigeon","label":"clean"}
        """);
    final StringWriter said = new StringWriter();
    final int exit =
        new CommandLine(new TrainCommand())
            .setErr(new PrintWriter(said))
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  said.write(failure.toString());
                  return 1;
                })
            .execute("--out", folder.resolve("model").toString(), file.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(said.toString()).contains("bad.jsonl line 2 is no labelled message");
    assertThat(folder.resolve("model")).doesNotExist();
  }

  private static String shipped() throws Exception {
    return Files.readString(Path.of("src/main/resources/detection/intent.model")).strip();
  }
}
