package io.gatehouse.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check.Finding;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a sandbox is told, over the API and by the command. */
@GatehouseTest
@Property(name = "test.clock", value = "machine")
class DoctorTest {

  private static final String PATH = "/api/doctor";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final EmbeddedServer server;

  DoctorTest(final Api api, final Keys keys, final Tables tables, final EmbeddedServer server) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.server = server;
  }

  @Test
  void a_sandbox_is_told_what_it_could_have_and_has_no_trouble() throws IOException {
    final JsonNode report = report();
    assertThat(report.path("state").asText()).isEqualTo("note");
    assertThat(report.path("checks").findValuesAsText("name"))
        .isSorted()
        .contains(
            "database",
            "effects",
            "erpnext_clock",
            "erpnext_key",
            "erpnext_reachable",
            "erpnext_roles",
            "erpnext_types",
            "erpnext_webhooks",
            "public_url",
            "settings",
            "smtp",
            "twilio");
    assertThat(check(report, "database").path("detail").asText()).startsWith("PostgreSQL ");
    assertThat(check(report, "public_url").path("next").asText()).contains("PUBLIC_URL");
    assertThat(check(report, "erpnext_reachable").path("next").asText())
        .contains("gatehouse connect erpnext");
    assertThat(check(report, "erpnext_key").path("state").asText()).isEqualTo("skipped");
  }

  @Test
  void what_is_parked_and_settings_that_are_wrong_by_now_are_trouble() throws IOException {
    tables.execute(
        """
        insert into settings_version (organization_id, version, document, changed_at, changed_by)
        values ('default', 1, '{"strikes": {"escalate_at": -3}}', now(), 'test')
        """);
    final JsonNode settings = check(report(), "settings");
    assertThat(settings.path("state").asText()).isEqualTo("trouble");
    assertThat(settings.path("detail").asText()).contains("/strikes/escalate_at");
  }

  @Test
  void only_an_owner_asks_but_anybody_may_see_which_gateway_this_is() {
    for (final String role : List.of("operator", "moderator", "auditor", "sender")) {
      assertThat(api.get(PATH, keys.with(role)).statusCode()).as(role).isEqualTo(403);
    }
    final var identity = api.send(api.request("/webhooks/gatehouse").GET());
    assertThat(identity.statusCode()).isEqualTo(200);
    assertThat(identity.body()).matches("\\{\"gateway\":\"[0-9a-f]{16}\"}");
  }

  @Test
  void a_check_that_hangs_or_breaks_does_not_keep_the_others_from_being_told() {
    final var never = new CountDownLatch(1);
    final Check hanging = check("b_hangs", () -> wait(never));
    final Check breaking =
        check(
            "c_breaks",
            () -> {
              throw new IllegalStateException("what somebody wrote");
            });
    final Check fine = check("a_fine", () -> Finding.fine("ok"));
    final var doctor = new Doctor(List.of(breaking, hanging, fine), Duration.ofMillis(200));
    final Doctor.Report report = doctor.look(OrganizationId.DEFAULT);
    never.countDown();
    assertThat(report.state()).isEqualTo("trouble");
    assertThat(report.checks())
        .extracting(Doctor.Looked::name)
        .containsExactly("a_fine", "b_hangs", "c_breaks");
    assertThat(report.checks().get(1).detail()).contains("longer than");
    assertThat(report.checks().get(2).detail())
        .contains("IllegalStateException")
        .doesNotContain("wrote");
  }

  @Test
  void the_command_prints_a_table_or_json_and_ends_with_what_it_found() {
    final String key = keys.with("owner");
    assertThat(run("--url", server.getURL().toString(), "--key", key)).isZero();
    assertThat(said()).contains("note     public_url", "→ Set PUBLIC_URL");
    assertThat(run("--url", server.getURL().toString(), "--key", key, "--json")).isZero();
    assertThat(said()).contains("\"checks\" :");
    assertThat(run("--url", "http://localhost:1", "--key", key)).isEqualTo(1);
    assertThat(said()).contains("does not answer", "gatehouse serve");
    assertThat(run("--url", server.getURL().toString(), "--key", keys.with("sender"))).isEqualTo(1);
    assertThat(said()).contains("403", "owner's key");
    assertThat(run("--url", "gate.example.org", "--key", key)).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(said()).contains("GATEHOUSE_OWNER_KEY");
  }

  private static Finding wait(final CountDownLatch latch) {
    try {
      latch.await();
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return Finding.fine("late");
  }

  private static Check check(final String name, final Supplier<Finding> look) {
    return new Check() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Finding look(final OrganizationId organization) {
        return look.get();
      }
    };
  }

  private JsonNode report() throws IOException {
    final var answer = api.get(PATH, keys.with("owner"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private static JsonNode check(final JsonNode report, final String name) {
    for (final JsonNode check : report.path("checks")) {
      if (check.path("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError(name + " is not in " + report);
  }

  private int run(final String... arguments) {
    said.reset();
    final var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CommandLine(new DoctorCommand(Map.of(), stream, stream))
        .setErr(new PrintWriter(said, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
