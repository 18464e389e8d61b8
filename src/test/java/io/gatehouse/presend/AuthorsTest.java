package io.gatehouse.presend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.json.Json;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text that is checked as its author would send it (X9: before an ERPNext site saves it). */
@GatehouseTest
class AuthorsTest {

  private final Api api;
  private final Keys keys;
  private final Tables tables;

  AuthorsTest(final Api api, final Keys keys, final Tables tables) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
  }

  @BeforeEach
  void an_owner_blocks_the_client_and_only_warns_the_provider() {
    final String owner = keys.with("owner");
    api.json(
        "PUT",
        "/api/conversations/ISS-1",
        owner,
        """
        {"channel":"erpnext","client":{"email":"ann@mail.ca"},"provider":{"email":"bo@firm.ca"},
         "allow":{"emails":["office@shop.ca"]}}
        """);
    final String rules =
        """
        {"rules": [{"channel": "erpnext", "mode": "warn"},
                   {"channel": "erpnext", "role": "client", "mode": "strict"}]}
        """;
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(rules)));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  @Test
  void what_the_conversation_knows_is_no_leak_in_it() {
    assertThat(flagged("'text':'office@shop.ca','conversation':'ISS-1'")).isFalse();
    assertThat(flagged("'text':'office@shop.ca'")).isTrue();
    assertThat(flagged("'text':'office@shop.ca','conversation':'ISS-2'")).isTrue();
  }

  @Test
  void the_rule_is_that_of_whoever_writes() {
    final String leak = "'text':'604-555-0143','conversation':'ISS-1',";
    assertThat(check(leak + "'author':'ann@mail.ca'").path("action").asText()).isEqualTo("block");
    assertThat(check(leak + "'author':'Bo@firm.ca'").path("action").asText()).isEqualTo("warn");
    assertThat(check(leak + "'author':'ann@mail.ca','sender':'provider'").path("action").asText())
        .isEqualTo("block");
    assertThat(check(leak + "'sender':'provider'").path("action").asText()).isEqualTo("warn");
  }

  @Test
  void its_author_is_told_in_the_language_asked_for() {
    final JsonNode french = check("'text':'604-555-0143','language':'fr-CA'");
    assertThat(french.path("told").asText()).isNotEmpty();
    assertThat(check("'text':'604-555-0143','language':''").path("told").asText())
        .isNotEmpty()
        .isNotEqualTo(french.path("told").asText());
    assertThat(check("'text':'604-555-0143'").has("told")).isFalse();
    assertThat(check("'text':'hello','language':'en'").has("told")).isFalse();
  }

  @Test
  void a_role_must_be_one() {
    final var answer = post("'text':'hello','sender':'boss'");
    assertThat(answer).contains("\"field\":\"sender\"");
  }

  @Test
  void nothing_is_kept() {
    check("'text':'604-555-0143','conversation':'ISS-9','author':'who@else.ca'");
    assertThat(tables.count("message_text")).isZero();
    assertThat(tables.strings("select external_ref from conversation")).containsExactly("ISS-1");
  }

  private boolean flagged(final String members) {
    return check(members).path("flagged").asBoolean();
  }

  private JsonNode check(final String members) {
    return Json.object(post(members).getBytes(StandardCharsets.UTF_8));
  }

  private String post(final String members) {
    final String body = "{'channel':'erpnext'," + members + "}";
    return api.post("/api/check", keys.with("sender"), body.replace('\'', '"')).body();
  }
}
