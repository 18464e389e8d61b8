package io.gatehouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Environment;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@GatehouseTest
@Property(name = "gatehouse.effects.workers", value = "true")
@Property(name = "test.clock", value = "machine")
class TryCommandTest {

  private static final Path FIXTURES = Path.of("webhook-fixtures");
  private static final String LEAK = FIXTURES.resolve("twilio-phone-number.json").toString();
  private static final String CLEAN =
      FIXTURES.resolve("erpnext-clean-communication.json").toString();

  private final EmbeddedServer server;
  private final Environment environment;
  private final Keys keys;
  private final Map<String, String> variables = new TreeMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  TryCommandTest(final EmbeddedServer server, final Environment environment, final Keys keys) {
    this.server = server;
    this.environment = environment;
    this.keys = keys;
  }

  @BeforeEach
  void know_the_gateway() {
    variables.put("GATEHOUSE_OWNER_KEY", keys.with("owner"));
    variables.put(
        "TWILIO_AUTH_TOKEN", environment.secrets().twilioTokens().getFirst().reveal() + ",older");
    variables.put("ERPNEXT_WEBHOOK_SECRET", environment.secrets().erpnextWebhook().reveal());
  }

  @Test
  void what_was_asked_answered_recorded_and_sent_is_shown() {
    assertThat(run(LEAK, CLEAN)).as(said()).isZero();

    assertThat(said())
        .containsPattern("PASS +twilio-phone-number .*200 .*block .*phone_number .*sms.reply")
        .containsPattern("PASS +erpnext-clean-communication .*200 .*allow .*nothing")
        .contains("2 of 2 fixtures");
  }

  @Test
  void what_comes_out_otherwise_is_told_and_ends_with_1(@TempDir final Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("other.json"),
        Files.readString(Path.of(LEAK)).replace("\"sms.reply\": 1", "\"sms.relay\": 1"));

    assertThat(run(folder.toString())).isEqualTo(1);

    assertThat(said())
        .containsPattern("FAIL +other ")
        .contains("expected {sms.relay=1}, got {sms.reply=1}")
        .contains("0 of 1 fixtures");
  }

  @Test
  void secrets_that_are_not_set_are_read_from_the_data_directory(@TempDir final Path data)
      throws IOException {
    Files.writeString(
        data.resolve("secrets.properties"),
        "TWILIO_AUTH_TOKEN="
            + environment.secrets().twilioTokens().getFirst().reveal()
            + "\nERPNEXT_WEBHOOK_SECRET=other\n");
    variables.remove("TWILIO_AUTH_TOKEN");

    assertThat(run("--data", data.toString(), CLEAN, LEAK)).as(said()).isZero();
    variables.remove("ERPNEXT_WEBHOOK_SECRET");
    assertThat(run("--data", data.toString(), CLEAN)).isEqualTo(1);
    assertThat(run("--data", data.resolve("none").toString(), CLEAN)).isEqualTo(1);
    assertThat(err()).contains("TWILIO_AUTH_TOKEN").doesNotContain("\tat ");
  }

  @Test
  void who_cannot_be_asked_is_told_in_a_sentence() {
    variables.put("GATEHOUSE_OWNER_KEY", "gh_nobodys");
    assertThat(run(CLEAN)).isEqualTo(1);
    assertThat(err()).contains("401");

    assertThat(command().execute("--url", "http://localhost:1", CLEAN)).isEqualTo(1);
    assertThat(err()).contains("http://localhost:1 does not answer").doesNotContain("\tat ");

    variables.remove("GATEHOUSE_OWNER_KEY");
    assertThat(run(CLEAN)).isEqualTo(2);
    assertThat(err()).contains("GATEHOUSE_OWNER_KEY");
  }

  @Test
  void a_file_that_is_no_fixture_is_wrong_usage(@TempDir final Path folder) throws IOException {
    final String misspelt = Files.readString(Path.of(CLEAN)).replace("about", "abuot");
    final Path file = Files.writeString(folder.resolve("x.json"), misspelt);

    assertThat(run(file.toString())).isEqualTo(2);
    assertThat(run(folder.resolve("absent.json").toString())).isEqualTo(2);
    assertThat(err()).contains("abuot", "absent.json").doesNotContain("\tat ");
  }

  private int run(final String... arguments) {
    return command().execute(with(arguments));
  }

  private String[] with(final String... arguments) {
    final var all = new String[arguments.length + 2];
    all[0] = "--url";
    all[1] = server.getURL().toString() + "/";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return all;
  }

  private CommandLine command() {
    final var command = new TryCommand(variables, stream(out), stream(err));
    return new CommandLine(command).setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
  }

  private static PrintStream stream(final ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
