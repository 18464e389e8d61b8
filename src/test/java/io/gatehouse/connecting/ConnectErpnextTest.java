package io.gatehouse.connecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.installing.FakeDesk;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** An ERPNext site connected from the command line. */
@GatehouseTest
@Property(name = "env.PUBLIC_URL", value = "https://gate.example.com")
@Property(name = "gatehouse.erpnext.delivery-within", value = "4s")
class ConnectErpnextTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final FakeDesk site = new FakeDesk(15);
  private final Map<String, String> variables = new HashMap<>();
  private final Keys keys;
  private final EmbeddedServer server;

  ConnectErpnextTest(final Keys keys, final EmbeddedServer server) {
    this.keys = keys;
    this.server = server;
  }

  @BeforeEach
  void let_the_owner_in() {
    variables.put("GATEHOUSE_OWNER_KEY", keys.with("owner"));
    site.delivers(server.getURI());
  }

  @AfterEach
  void leave() {
    site.close();
  }

  @Test
  void it_plans_applies_shows_the_key_once_and_takes_back() {
    assertThat(run("--site", site.url(), "--admin-key", FakeDesk.ADMIN)).isEqualTo(1);
    assertThat(said())
        .contains("calls https://gate.example.com/webhooks/erpnext")
        .contains("≠ missing  Webhook Comment after_insert");
    assertThat(site.writes()).isEmpty();
    variables.put("ERPNEXT_ADMIN_KEY", "admin-key");
    variables.put("ERPNEXT_ADMIN_SECRET", "admin-secret");
    assertThat(run("--site", site.url(), "--apply")).as(said()).isZero();
    assertThat(said())
        .contains("+ set      User gatehouse@erpnext.invalid", "= present  signed delivery")
        .contains("ERPNEXT_API_KEY=key-of-user", "ERPNEXT_API_SECRET=secret")
        .doesNotContain("admin-secret");
    final List<String> writes = site.writes();
    assertThat(run("--site", site.url(), "--apply")).isZero();
    assertThat(said()).doesNotContain("ERPNEXT_API_SECRET=");
    assertThat(site.writes()).isEqualTo(writes);
    assertThat(run("--site", site.url(), "--remove")).isEqualTo(1);
    assertThat(site.writes()).isEqualTo(writes);
    assertThat(run("--site", site.url(), "--remove", "--apply")).isZero();
    assertThat(said()).contains("+ removed  Webhook Issue on_update");
  }

  @Test
  void an_administrator_s_key_travels_by_https_or_to_this_machine_only() {
    final String key = FakeDesk.ADMIN;
    assertThat(plain("--url", "http://gate.example.com", "--admin-key", key)).isEqualTo(2);
    assertThat(said()).contains("https only");
    assertThat(plain("--url", "http://localhost:1", "--admin-key", key)).isEqualTo(1);
    assertThat(said()).contains("does not answer");
  }

  @Test
  void wrong_usage_is_told_in_a_sentence() {
    assertThat(run("--site", site.url())).isEqualTo(2);
    assertThat(said()).contains("ERPNEXT_ADMIN_KEY");
    assertThat(run("--site", site.url(), "--admin-key", "only-one-part")).isEqualTo(2);
    assertThat(run("--site", site.url(), "--admin-key", FakeDesk.ADMIN, "--fields")).isEqualTo(2);
    assertThat(run("--admin-key", FakeDesk.ADMIN)).isEqualTo(1);
    assertThat(said()).contains("Name the site");
    variables.clear();
    assertThat(run("--site", site.url(), "--admin-key", FakeDesk.ADMIN)).isEqualTo(2);
  }

  private int run(final String... arguments) {
    return plain(
        Stream.concat(Stream.of("--url", server.getURL().toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private int plain(final String... arguments) {
    said.reset();
    final var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CommandLine(new ConnectErpnextCommand(Map.copyOf(variables), stream, stream))
        .setErr(new PrintWriter(said, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
