package io.gatehouse.presend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.json.Json;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
@Property(name = "micronaut.server.max-request-size", value = "1048576")
class CheckControllerTest {

  private final Api api;
  private final Keys keys;
  private String key = "";

  CheckControllerTest(final Api api, final Keys keys) {
    this.api = api;
    this.keys = keys;
  }

  @BeforeEach
  void take_a_key() {
    key = keys.with("sender");
  }

  @Test
  void a_clean_text_is_answered_in_every_dialect() {
    final JsonNode answer = answered(post("{'id':'x','text':'See you at noon'}"), 200);

    assertThat(answer)
        .hasToString(
            "{\"id\":\"x\",\"flagged\":false,\"action\":\"allow\",\"risk_score\":0.0,"
                + "\"classes\":[],\"findings\":[],\"detected\":false,\"reasons\":[],\"flags\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "owner", "moderator", "auditor", "sender"})
  void any_role_may_ask(final String role) {
    key = keys.with(role);

    answered(post("{'text':'hello'}"), 200);
  }

  @Test
  void nobody_without_a_key_may_ask() {
    final var request =
        api.request("/api/check").POST(BodyPublishers.ofString("{\"text\":\"hello\"}"));

    assertThat(api.send(request).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|text",
        "{'text':5}|text",
        "{'text':null}|text",
        "{'text':''}|text",
        "{'text':' '}|text",
        "{'text':'a\\u0000b'}|text",
        "{'text':'a\\ud83d'}|text",
        "{'text':'a','html':1}|html",
        "{'text':'a','channel':'fax'}|channel",
        "{'text':'a','region':'XQ'}|region",
        "{'text':'a','vocabulary':'PawPost'}|vocabulary",
        "{'text':'a','allow':[]}|allow",
        "{'text':'a','allow':{'phones':[604]}}|allow.phones[]",
        "{'messages':[]}|messages",
        "{'messages':[5]}|messages[0]",
        "{'messages':[{'sender':'client'}]}|messages[0].text",
        "{'messages':[{'text':'a'}]}|messages[0].sender",
        "{'text':'a','messages':[{'sender':'client','text':'a'}]}|text",
      })
  void what_is_wrong_is_named(final String question, final String field) {
    final JsonNode problem = answered(post(question), 400);

    assertThat(problem.path("field").textValue()).isEqualTo(field);
    assertThat(problem.path("detail").textValue()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{'text':|malformed_json", "[]|not_an_object", "{}{}|malformed_json"})
  void what_is_no_json_object_is_refused(final String body, final String code) {
    final JsonNode problem = answered(post(body), 400);

    assertThat(problem.path("code").textValue()).isEqualTo(code);
  }

  @Test
  void an_empty_body_is_refused() {
    answered(post(""), 400);
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    final byte[] body = "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    final var response = api.send(authorised().POST(BodyPublishers.ofByteArray(body)));

    assertThat(answered(response, 400).path("code").textValue()).isEqualTo("invalid_utf8");
  }

  @Test
  void an_oversized_text_is_refused() {
    answered(post("{'text':'" + "x".repeat(2 << 20) + "'}"), 413);
  }

  private HttpResponse<String> post(final String question) {
    return api.post("/api/check", key, question.replace('\'', '"'));
  }

  private java.net.http.HttpRequest.Builder authorised() {
    return api.request("/api/check").header("Authorization", "Bearer " + key);
  }

  private static JsonNode answered(final HttpResponse<String> response, final int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Json.object(response.body().getBytes(StandardCharsets.UTF_8));
  }
}
