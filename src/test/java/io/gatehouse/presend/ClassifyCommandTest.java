package io.gatehouse.presend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClassifyCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter complaints = new StringWriter();

  @Test
  void a_text_by_itself_is_a_question() {
    assertThat(run("I will kill the process\nI will kill you")).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            harmless -> assertThat(harmless).contains("\"ruling\":\"allow\""),
            threat ->
                assertThat(threat)
                    .contains(
                        "\"ruling\":\"quarantine\"", "\"violence\":0.8", "\"by\":\"keywords\"")
                    .doesNotContain("kill"));
  }

  @Test
  void a_line_of_json_has_an_id_and_may_be_html() {
    assertThat(run("{'id':7,'text':'<p>I want to <i>d</i>ie</p>','html':true}")).isZero();
    assertThat(out.toString()).startsWith("{\"id\":7,").contains("\"help\":true");
  }

  @Test
  void a_bad_line_is_told_and_the_rest_goes_on() {
    assertThat(run("{'id':\n{'id':1}\n{'id':2,'text':'hello'}")).isOne();
    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString()).contains("\"line\":2", "must be a string", "\"id\":2");
  }

  @Test
  void rules_of_an_organization_are_tried_before_they_are_in_force(@TempDir final Path folder)
      throws IOException {
    final Path settings = folder.resolve("settings.json");
    Files.writeString(
        settings,
        """
        {"moderation": {"rules": [{"category": "hate", "words": ["grobnik"], "weight": 0.9}]}}
        """);
    assertThat(run("you grobnik", "--settings", settings.toString())).isZero();
    assertThat(out.toString()).contains("\"ruling\":\"block\"");
  }

  @Test
  void a_settings_file_with_faults_is_wrong_usage(@TempDir final Path folder) throws IOException {
    final Path settings = folder.resolve("settings.json");
    Files.writeString(settings, "{\"moderation\": {\"enabled\": 3}}");
    assertThat(run("hello", "--settings", settings.toString())).isEqualTo(2);
    assertThat(complaints.toString()).contains("/moderation/enabled must be true or false");
    Files.writeString(settings, "{");
    assertThat(run("hello", "--settings", settings.toString())).isEqualTo(2);
    assertThat(run("hello", "--settings", folder.resolve("none").toString())).isEqualTo(2);
  }

  private int run(final String input, final String... arguments) {
    final byte[] bytes = input.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new CommandLine(new ClassifyCommand(new ByteArrayInputStream(bytes)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(complaints))
        .execute(arguments);
  }
}
