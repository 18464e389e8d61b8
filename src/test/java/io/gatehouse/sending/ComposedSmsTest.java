package io.gatehouse.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.OrganizationId;
import io.micronaut.context.annotation.Property;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ERPNext's SMS Settings send, in all its shapes. */
@NullUnmarked
@Property(name = "micronaut.server.max-request-size", value = "1048576")
class ComposedSmsTest extends SendingTest {

  private static final String PATH = "/erpnext/sms";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @Test
  void a_form_as_erpnext_posts_it_leaves_as_the_words_of_the_other_side() {
    final JsonNode answer = json(form("message", CLEAN, "receiver", CLIENT), 202);
    assertThat(answer.path("messages").get(0).path("from").asText()).isEqualTo("provider");
    json(form("message", "Noon is fine", "receiver", SITTER), 202);
    assertThat(sent()).containsExactly(relayed(CLIENT, CLEAN), relayed(SITTER, "Noon is fine"));
    assertThat(tables.strings("select sender_role from message_event order by id"))
        .containsExactly("provider", "client");
  }

  @Test
  void a_leak_does_not_leave_and_is_no_success() {
    assertProblem(form("msg", LEAK, "to", CLIENT), 403, "message_blocked");
    assertThat(sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"message, receiver", "msg, to", "text, mobile", "body, phone", "text, receiver_list"})
  void the_usual_names_are_taken_in_a_form_in_json_and_in_the_query(
      final String message, final String receiver) {
    json(form(message, "One é+ 1", receiver, CLIENT), 202);
    final String json =
        "{\"%s\":\"Two\",\"%s\":\"%s\",\"sender\":\"PawPost\"}"
            .formatted(message, receiver, CLIENT);
    json(post(PATH, JSON, json), 202);
    json(get(PATH + "?" + encoded(message, "Three", receiver, CLIENT)), 202);
    json(post(PATH + "?" + encoded(receiver, CLIENT), FORM, encoded(message, "Four")), 202);
    assertThat(sent())
        .containsExactly(
            relayed(CLIENT, "One é+ 1"),
            relayed(CLIENT, "Two"),
            relayed(CLIENT, "Three"),
            relayed(CLIENT, "Four"));
  }

  @Test
  void json_travels_by_get_where_a_site_is_set_up_so() {
    final var request =
        request(PATH)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", JSON)
            .method("GET", BodyPublishers.ofString(json("By GET", "\"" + CLIENT + "\"")));
    json(api.send(request), 202);
    assertThat(sent()).containsExactly(relayed(CLIENT, "By GET"));
  }

  @Test
  void several_receivers_get_one_message_each() {
    register(OrganizationId.DEFAULT, "booking-2", "+16045550144", SITTER, "+16045550101");
    final JsonNode answer =
        json(post(PATH, JSON, json("Hello", "[\"604 555 0111\", \"+16045550144\"]")), 202);
    assertThat(answer.path("messages")).hasSize(2);
    json(form("message", "Again", "receiver", CLIENT + ", +16045550144," + CLIENT), 202);
    assertThat(sent()).hasSize(4).contains("sms.relay | +16045550101 | +16045550144 | Again");
  }

  @Test
  void nobody_gets_anything_while_one_receiver_cannot_be_written_to() {
    assertProblem(
        form("message", "Hi", "receiver", CLIENT + ",+16045550199"), 404, "no_conversation");
    assertProblem(form("message", "Hi", "receiver", CLIENT + ",nobody"), 400, "receiver");
    assertNothingHappened();
  }

  @Test
  void among_several_conversations_the_one_with_the_newest_message_is_meant() {
    register(OrganizationId.DEFAULT, "booking-2", "+16045550144", SITTER, "+16045550101");
    json(form("message", "A", "receiver", CLIENT), 202);
    clock.advance(Duration.ofMinutes(1));
    json(form("message", "B", "receiver", "+16045550144"), 202);
    assertThat(conversationOf(form("message", "C", "receiver", SITTER))).isEqualTo("booking-2");
    clock.advance(Duration.ofMinutes(1));
    json(form("message", "D", "receiver", CLIENT), 202);
    assertThat(conversationOf(form("message", "E", "receiver", SITTER))).isEqualTo("booking-1");
  }

  @Test
  void the_same_words_to_the_same_phone_count_once_for_ten_seconds() {
    final String first = form("message", "ok", "receiver", CLIENT).body();
    assertThat(form("message", "ok", "receiver", CLIENT).body()).isEqualTo(first);
    assertThat(post(PATH, JSON, json("ok", "\"6045550111\"")).body()).isEqualTo(first);
    assertThat(sent()).hasSize(1);
    clock.advance(Duration.ofSeconds(11));
    json(form("message", "ok", "receiver", CLIENT), 202);
    json(form("message", "ok!", "receiver", CLIENT), 202);
    assertThat(sent()).hasSize(3);
    assertThat(tables.strings("select key from message_key where source = 'erpnext_sms'"))
        .hasSize(2)
        .noneMatch(name -> name.contains("ok"));
  }

  @Test
  void staff_write_to_clients_and_are_shown_but_never_struck() {
    json(form("message", LEAK, "receiver", CLIENT, "from", "staff"), 202);
    assertThat(sent()).containsExactly(relayed(CLIENT, LEAK));
    assertThat(tables.strings("select sender_role from message_event")).containsExactly("staff");
    assertThat(tables.count("conversation_flags")).isPositive();
    assertThat(tables.count("strike")).isZero();
    assertProblem(
        form("message", "Hi", "receiver", SITTER, "from", "staff"), 404, "no_conversation");
    assertProblem(form("message", "Hi", "receiver", CLIENT, "from", "owner"), 400, "parameter");
  }

  @Test
  void an_opted_out_receiver_is_an_error_and_nothing_is_recorded_B66() {
    tables.execute(
        "insert into opt_out (organization_id, relay_number, phone, cause, since) values"
            + " ('default', '"
            + RELAY
            + "', '"
            + CLIENT
            + "', 'keyword', now())");
    assertProblem(form("message", "Hi", "receiver", CLIENT), 409, "opted_out");
    assertNothingHappened();
  }

  @ParameterizedTest
  @CsvSource({"Authorization, 'Bearer '", "X-Api-Key, ''", "x-api-key, ''"})
  void the_key_travels_in_a_fixed_header(final String header, final String prefix) {
    final var request = request(PATH + "?" + encoded("message", CLEAN, "receiver", CLIENT));
    assertThat(api.send(request.header(header, prefix + key).GET()).statusCode()).isEqualTo(202);
    assertThat(
            api.send(request(PATH + "?message=a&receiver=1").header(header, prefix + "gh_x").GET())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_key_opens_its_own_organization_only() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    final var other = new OrganizationId("other");
    register(other, "booking-1", CLIENT, SITTER, "+16045550102");
    final String query = "?" + encoded("message", CLEAN, "receiver", CLIENT);
    assertProblem(get("/o/other" + PATH + query), 404, "organization_unknown");
    assertNothingHappened();
    key = keys.of(other, "sender");
    json(get("/o/other" + PATH + query), 202);
    assertThat(tables.strings("select organization_id from message_event"))
        .containsExactly("other");
    key = keys.with("auditor");
    assertThat(get(PATH + query).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                  | {                                     | 400",
        "application/json                  | null                                  | 400",
        "application/json                  | []                                    | 400",
        "application/json                  | {\"message\":{},\"to\":\"1\"}         | 400",
        "application/json                  | {\"message\":\"a\\u0000\",\"to\":\"1\"} | 400",
        "application/json                  | {\"message\":\"a\\ud800\",\"to\":\"1\"} | 400",
        "application/json                  | {\"message\":[\"a\",\"b\"],\"to\":\"1\"} | 400",
        "application/json                  | {\"message\":\"a\",\"to\":[[\"1\"]]}  | 400",
        "application/json                  | {\"message\":\"a\",\"to\":null}       | 400",
        "application/json                  | {\"message\":\"STOP\",\"to\":\"1\"}   | 400",
        "application/x-www-form-urlencoded | message=%GG&to=1                      | 400",
        "application/x-www-form-urlencoded | message=%ED%A0%BD&to=1                | 400",
        "application/x-www-form-urlencoded | message=%00&to=1                      | 400",
        "application/x-www-form-urlencoded | message=&to=1                         | 400",
        "application/x-www-form-urlencoded | to=1                                  | 400",
        "application/x-www-form-urlencoded | &&=&                                  | 400",
        "text/xml                          | <a/>                                  | 415",
      })
  void what_cannot_be_read_is_refused(final String type, final String body, final int status) {
    assertThat(json(post(PATH, type, body), status).path("status").asInt()).isEqualTo(status);
    assertNothingHappened();
  }

  @ParameterizedTest
  @ValueSource(strings = {FORM, JSON})
  void an_oversized_request_is_refused(final String type) {
    final String body = encoded("message", "x".repeat(2_000_000), "receiver", CLIENT);
    assertThat(post(PATH, type, body).statusCode()).isEqualTo(413);
    assertNothingHappened();
  }

  private static String conversationOf(final HttpResponse<String> answer) {
    return json(answer, 202).path("messages").get(0).path("conversation").asText();
  }

  private static String json(final String message, final String receivers) {
    return "{\"message\": \"" + message + "\", \"receiver\": " + receivers + "}";
  }

  private HttpResponse<String> form(final String... parameters) {
    return post(PATH, FORM, encoded(parameters));
  }

  private HttpResponse<String> post(final String path, final String type, final String body) {
    return api.send(
        request(path)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(final String path) {
    return api.send(request(path).header("Authorization", "Bearer " + key).GET());
  }

  /** As Python's requests asks. */
  private HttpRequest.Builder request(final String path) {
    return api.request(path).header("Accept", "text/plain, text/html, */*");
  }

  private static String encoded(final String... parameters) {
    final var encoded = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      encoded
          .append(i == 0 ? "" : "&")
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return encoded.toString();
  }
}
