package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

  private final Path directory;
  private final Path file;

  SecretsFileTest(@TempDir final Path directory) {
    this.directory = directory;
    this.file = directory.resolve("secrets.properties");
  }

  @Test
  void generated_secrets_are_kept_for_the_owner_alone() throws IOException {
    final SecretsFile made = SecretsFile.open(file, true);
    final SecretsFile read = SecretsFile.open(file, false);
    for (final String name :
        new String[] {
          "GATEHOUSE_KEY", "TWILIO_AUTH_TOKEN", "ERPNEXT_WEBHOOK_SECRET", "DATABASE_PASSWORD"
        }) {
      assertThat(read.get(name)).isEqualTo(made.get(name));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void two_installations_share_no_secret() {
    final Path other = directory.resolve("other.properties");
    assertThat(SecretsFile.open(file, true).get("GATEHOUSE_KEY"))
        .isNotEqualTo(SecretsFile.open(other, true).get("GATEHOUSE_KEY"));
  }

  @Test
  void a_lost_file_is_not_replaced_while_there_is_data() {
    assertThatThrownBy(() -> SecretsFile.open(file, false))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("missing although there is data");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_damaged_file_is_named_with_what_is_wrong_in_it() throws IOException {
    Files.writeString(file, "GATEHOUSE_KEY=c2hvcnQ=\n");
    final SecretsFile damaged = SecretsFile.open(file, true);
    assertThatThrownBy(() -> damaged.get("GATEHOUSE_KEY"))
        .hasMessageContaining("GATEHOUSE_KEY is missing or wrong");
    assertThatThrownBy(() -> damaged.get("TWILIO_AUTH_TOKEN"))
        .hasMessageContaining("TWILIO_AUTH_TOKEN is missing");
    Files.writeString(file, "GATEHOUSE_KEY=\\u12");
    assertThatThrownBy(() -> SecretsFile.open(file, true)).hasMessageContaining("cannot be read");
  }
}
