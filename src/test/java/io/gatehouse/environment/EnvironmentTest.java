package io.gatehouse.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  private static final String SID = "AC0123456789abcdef0123456789abcdef";
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @Test
  void without_settings_everything_runs_in_sandbox_on_port_8080() {
    final Environment environment = read(Map.of());
    assertThat(environment.server())
        .isEqualTo(
            new Environment.Server(
                8080,
                OptionalInt.empty(),
                URI.create("http://localhost:8080"),
                false,
                1 << 20,
                20_000));
    assertThat(environment.data()).isEqualTo(Path.of("data"));
    assertThat(environment.database()).isEmpty();
    assertThat(environment.twilio()).isEmpty();
    assertThat(environment.erpnext()).isEmpty();
  }

  @Test
  void what_is_not_given_is_kept_from_the_first_start() {
    final Environment.Secrets secrets = read(Map.of()).secrets();
    assertThat(secrets.owner()).isEmpty();
    assertThat(secrets.sealing().reveal()).isEqualTo("kept GATEHOUSE_KEY");
    assertThat(secrets.twilioTokens())
        .extracting(Secret::reveal)
        .containsExactly("kept TWILIO_AUTH_TOKEN");
    assertThat(secrets.erpnextWebhook().reveal()).isEqualTo("kept ERPNEXT_WEBHOOK_SECRET");
  }

  @Test
  void the_environment_wins_over_what_is_kept() {
    final Environment environment =
        read(
            Map.of(
                "GATEHOUSE_KEY",
                KEY,
                "ERPNEXT_WEBHOOK_SECRET",
                "given",
                "TWILIO_ACCOUNT_SID",
                SID,
                "TWILIO_AUTH_TOKEN",
                "new, old"));
    assertThat(environment.secrets().sealing().reveal()).isEqualTo(KEY);
    assertThat(environment.secrets().erpnextWebhook().reveal()).isEqualTo("given");
    assertThat(environment.secrets().twilioTokens())
        .extracting(Secret::reveal)
        .containsExactly("new", "old");
    assertThat(environment.twilio().orElseThrow().authTokens().getFirst().reveal())
        .isEqualTo("new");
  }

  @Test
  void an_empty_value_counts_as_absent() {
    assertThat(read(Map.of("TWILIO_ACCOUNT_SID", " ", "DATABASE_URL", "")).twilio()).isEmpty();
  }

  @Test
  void a_public_address_loses_its_last_slash() {
    assertThat(read(Map.of("PUBLIC_URL", "https://gate.example.com/x/")).server().publicUrl())
        .isEqualTo(URI.create("https://gate.example.com/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 65536",
    "PORT, http",
    "PUBLIC_URL, hunter2.example.com",
    "PUBLIC_URL, https://gate.example.com/?a=b",
    "DATABASE_URL, mysql://u:hunter2@h/db",
    "DATABASE_URL, postgresql://u:hunter2@h",
    "MAX_BODY_BYTES, 3",
    "GATEHOUSE_OWNER_KEY, hunter2",
    "GATEHOUSE_KEY, aHVudGVyMg==",
    "GATEHOUSE_KEY, hunter2",
    "TWILIO_ACCOUNT_SID, ACxyz",
    "TWILIO_AUTH_TOKEN, 'hunter2,,'",
    "TWILIO_API_URL, ftp://hunter2",
    "TWILIO_MESSAGING_SERVICE_SID, MGhunter2",
    "ERPNEXT_URL, hunter2",
    "ERPNEXT_API_KEY, hunter2 hunter2",
    "ERPNEXT_WEBHOOK_SECRET, hunter2 hunter2",
    "REDIS_URL, http://hunter2",
    "REDIS_URL, redis://u:hunter2@h/db",
    "REDIS_URL, redis://u:hunter2@h?timeout=1s",
    "REDIS_HOST, hunter2/0",
    "REDIS_PORT, 70000",
    "WS_PORT, hunter2",
    "HEALTH_PORT, 70000",
    "SYNC_THRESHOLD, 1.2",
    "NUDGE_THRESHOLD, NaN",
    "CIRCUIT_BREAKER_THRESHOLD, many",
    "CIRCUIT_BREAKER_RESET_MS, 30s",
    "MAX_MESSAGE_LENGTH, 99",
  })
  void a_wrong_value_is_named_with_what_is_expected_and_never_repeated(
      final String name, final String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOfSatisfying(
            StartFailure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(2);
              assertThat(failure.message())
                  .contains(name + " is wrong; expected " + Variable.valueOf(name).expectation())
                  .doesNotContain(value)
                  .doesNotContain("hunter2");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "TWILIO_ACCOUNT_SID, AC0123456789abcdef0123456789abcdef, TWILIO_AUTH_TOKEN",
    "TWILIO_AUTH_TOKEN, token, TWILIO_ACCOUNT_SID",
    "TWILIO_API_URL, http://localhost:1, TWILIO_ACCOUNT_SID",
    "TWILIO_MESSAGING_SERVICE_SID, MG0123456789abcdef0123456789abcdef, TWILIO_ACCOUNT_SID",
    "ERPNEXT_API_KEY, key, ERPNEXT_API_SECRET",
    "ERPNEXT_URL, https://erp.example.com, ERPNEXT_API_KEY",
    "ERPNEXT_API_SECRET, secret, ERPNEXT_URL",
    "REDIS_PORT, 6380, REDIS_HOST",
  })
  void half_a_pair_is_wrong(final String name, final String value, final String missing) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .hasMessageContaining(missing + " is missing though " + name + " is set");
  }

  @Test
  void all_mistakes_are_told_at_once() {
    assertThatThrownBy(() -> read(Map.of("PORT", "x", "ERPNEXT_URL", "y", "GATEHOUSE_KEY", "z")))
        .hasMessageContainingAll("PORT", "ERPNEXT_URL", "ERPNEXT_API_KEY", "GATEHOUSE_KEY");
  }

  @Test
  void no_secret_is_printed() {
    final Map<String, String> values =
        Map.of(
            "GATEHOUSE_OWNER_KEY", "hunter2-hunter2-hunter2",
            "DATABASE_URL", "postgresql://u:hunter2@h/db",
            "REDIS_URL", "rediss://u:hunter2@h",
            "ERPNEXT_URL", "https://erp.example.com",
            "ERPNEXT_API_KEY", "hunter2",
            "ERPNEXT_API_SECRET", "hunter2");
    assertThat(read(values).toString()).doesNotContain("hunter2");
  }

  private static Environment read(final Map<String, String> values) {
    return new EnvironmentReader(values).read(variable -> new Secret("kept " + variable));
  }
}
