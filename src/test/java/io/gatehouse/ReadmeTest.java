package io.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.environment.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

  @ParameterizedTest
  @EnumSource(Variable.class)
  void every_setting_is_in_the_table(final Variable variable) throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("| `" + variable + "` |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mvn -q compile exec:exec", "mvn verify"})
  void the_two_commands_stand_on_lines_of_their_own(final String command) throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).contains("    " + command);
  }
}
