package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The script that a site runs before it saves a message (X9), with a stand-in for Frappe. */
class ServerScriptTest {

  private static final Path FOLDER = Path.of("deploy", "erpnext");
  private static final Path STAND_IN = Path.of("src", "test", "python", "server_script.py");

  @Test
  void the_documents_to_import_hold_the_script_as_it_is() throws IOException {
    final String script = Files.readString(FOLDER.resolve("server-script.py"));
    final JsonNode documents =
        new ObjectMapper().readTree(FOLDER.resolve("server-script.json").toFile());
    assertThat(documents)
        .extracting(document -> document.path("reference_doctype").asText())
        .containsExactly("Communication", "Comment", "Issue");
    assertThat(documents)
        .allSatisfy(
            document -> {
              assertThat(document.path("doctype_event").asText()).isEqualTo("Before Insert");
              assertThat(document.path("script").asText()).isEqualTo(script);
            });
  }

  @Test
  @Needs(Part.PYTHON)
  void it_stops_what_is_blocked_and_nothing_else() throws IOException, InterruptedException {
    final Process python =
        new ProcessBuilder("python3", STAND_IN.toString()).redirectErrorStream(true).start();
    final String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(python.exitValue()).as(said).isZero();
    assertThat(said).contains("OK");
  }
}
