package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatehouseTest
@Property(name = "spec", value = "errors")
@Property(name = "micronaut.server.max-request-size", value = "2000")
class ErrorsTest {

  private static final String TEXT = "604-555-0143";

  private final Api api;
  private final Keys keys;

  ErrorsTest(final Api api, final Keys keys) {
    this.api = api;
    this.keys = keys;
  }

  @Test
  void a_refusal_is_told_with_its_code_and_members() {
    final HttpResponse<String> answer = get("/refused");
    assertProblem(answer, 409, "already_sent");
    assertThat(answer.body())
        .contains(
            "\"title\":\"Conflict\"", "\"detail\":\"It was sent before.\"", "\"state\":\"sent\"");
  }

  @Test
  void a_mistake_of_ours_gives_a_number_and_nothing_internal() {
    final HttpResponse<String> answer = get("/broken");
    assertProblem(answer, 500, "incident");
    assertThat(answer.body()).contains("\"incident\":\"").doesNotContain(TEXT, "Exception", "java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                    |",
        "'call 604-555-0143'                                  |",
        "[]                                                   |",
        "{\"count\":1}                                        | first_name",
        "{\"first_name\":\" \",\"count\":1}                   | first_name",
        "{\"first_name\":\"x\"}                               | count",
        "{\"first_name\":\"x\",\"count\":\"604-555-0143\"}    | count",
        "{\"first_name\":\"x\",\"count\":1,\"others\":{}}     | others",
        "{\"first_name\":\"x\",\"count\":1,\"inner\":{}}      | inner.last_name",
      })
  void a_wrong_body_is_told_with_the_name_of_the_field(final String body, final String field) {
    final HttpResponse<String> answer = post("/body", body);
    assertProblem(answer, 400, "bad_request");
    assertThat(answer.body()).contains(field == null ? "" : "\"" + field + "\":");
    assertThat(answer.body()).doesNotContain(TEXT);
  }

  @Test
  void a_wrong_or_missing_parameter_is_named() {
    assertThat(get("/number?count=x").body()).contains("\"fields\":{\"count\":");
    assertProblem(get("/number"), 400, "bad_request");
    assertThat(get("/number").body()).contains("\"fields\":{\"count\":");
  }

  @Test
  void unknown_routes_methods_media_types_and_large_bodies_have_their_own_status() {
    assertProblem(get("/nowhere"), 404, "not_found");
    assertProblem(post("/refused", "{}"), 405, "method_not_allowed");
    assertThat(post("/refused", "{}").headers().firstValue("Allow")).isPresent();
    assertProblem(
        api.send(
            api.request("/body")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a,b"))),
        415,
        "media_type");
    assertProblem(post("/body", "\"" + "x".repeat(3000) + "\""), 413, "too_large");
  }

  @Test
  void missing_keys_and_roles_are_problems_too() {
    final HttpResponse<String> nobody = api.send(api.request("/api/audit").GET());
    assertProblem(nobody, 401, "key_missing");
    assertThat(nobody.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    assertProblem(api.get("/api/audit", keys.with("sender")), 403, "role_missing");
  }

  @Test
  void a_route_that_says_nothing_is_closed_to_all() {
    assertProblem(get("/forgotten"), 401, "key_missing");
    assertProblem(api.get("/forgotten", keys.with("owner", "operator")), 403, "role_missing");
  }

  @Test
  void twilio_gets_twiml_whatever_happens() {
    assertTwiml(get("/webhooks/twilio/broken"), 500);
    assertTwiml(get("/webhooks/twilio/nowhere"), 404);
    assertTwiml(post("/webhooks/twilio/broken", "{}"), 405);
    assertTwiml(post("/o/other/webhooks/twilio/body", "{"), 400);
    assertTwiml(post("/o/other/webhooks/twilio/body", "x".repeat(3000)), 413);
  }

  @Test
  void blocking_work_runs_on_virtual_threads() {
    assertThat(get("/thread").body()).isEqualTo("true");
  }

  private HttpResponse<String> get(final String path) {
    return api.send(api.request(path).GET());
  }

  private HttpResponse<String> post(final String path, final String body) {
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static void assertProblem(
      final HttpResponse<String> answer, final int status, final String code) {
    assertThat(answer.body()).contains("\"status\":" + status, "\"code\":\"" + code + "\"");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static void assertTwiml(final HttpResponse<String> answer, final int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml");
    assertThat(answer.body()).isEqualTo("<Response/>");
  }
}
