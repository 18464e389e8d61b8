package io.gatehouse.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.OrganizationId;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/messages}: screened before it leaves (S5.8). */
@NullUnmarked
@Property(name = "micronaut.server.max-request-size", value = "1048576")
class SendTest extends SendingTest {

  private static final String PATH = "/api/messages";

  @Test
  void a_clean_text_is_accepted_and_goes_to_the_other_side_by_the_relay_number() {
    final JsonNode answer = json(send("provider", CLEAN), 202);
    assertThat(answer.path("conversation").asText()).isEqualTo("booking-1");
    assertThat(answer.path("from").asText()).isEqualTo("provider");
    assertThat(answer.path("state").asText()).isEqualTo("queued");
    assertThat(answer.path("decision").asText()).isEqualTo("allow");
    assertThat(answer.path("encoding").asText()).isEqualTo("gsm7");
    assertThat(answer.path("segments").asInt()).isEqualTo(1);
    assertThat(answer.path("findings").isArray()).isTrue();
    assertThat(answer.has("text")).isFalse();
    assertThat(sent()).containsExactly(relayed(CLIENT, CLEAN));
    send("client", "Sure 🐶");
    assertThat(sent()).containsExactly(relayed(CLIENT, CLEAN), relayed(SITTER, "Sure 🐶"));
    assertThat(tables.one("select id from message_event order by id"))
        .isEqualTo(answer.path("id").asText());
    assertThat(tables.strings("select direction || ' ' || sender_role from message_event"))
        .containsExactlyInAnyOrder("outbound provider", "outbound client");
  }

  @Test
  void a_leak_is_refused_with_its_place_and_nothing_is_sent_S5_8() {
    final String text = "🐶 " + LEAK;
    final HttpResponse<String> refused = send("provider", text);
    assertProblem(refused, 403, "message_blocked");
    final JsonNode answer = json(refused, 403);
    assertThat(answer.path("event").asText()).isEqualTo(tables.one("select id from message_event"));
    assertThat(answer.path("state").asText()).isEqualTo("withheld");
    assertThat(answer.path("classes")).hasToString("[\"phone_number\"]");
    final JsonNode found = answer.path("findings").get(0);
    assertThat(found.path("class").asText()).isEqualTo("phone_number");
    assertThat(found.path("reason").asText()).isNotBlank();
    final int start = text.offsetByCodePoints(0, found.path("start").asInt());
    final int end = text.offsetByCodePoints(0, found.path("end").asInt());
    assertThat(text.substring(start, end)).contains("778-555-0147");
    assertThat(answer.path("detail").asText()).isEqualTo("Message blocked: detected phone number");
    assertThat(answer.path("text").asText()).contains("phone numbers", "was not delivered");
    assertThat(sent()).isEmpty();
    assertThat(tables.strings("select kind from notice")).containsExactly("message_blocked");
    assertThat(tables.strings("select action from anti_poaching_attempt"))
        .containsExactly("blocked");
  }

  @Test
  void the_friendly_text_speaks_the_senders_language_S5_13() {
    final JsonNode answer = json(send("client", LEAK), 403);
    assertThat(answer.path("text").asText()).contains("téléphone");
    assertThat(answer.path("detail").asText()).contains("numéro de téléphone");
  }

  @Test
  void what_only_warns_or_redacts_is_accepted_with_a_word_to_the_sender() {
    settings("{\"rules\": [{\"channel\": \"sms\", \"mode\": \"warn\"}]}", 0);
    final JsonNode warned = json(send("provider", LEAK), 202);
    assertThat(warned.path("decision").asText()).isEqualTo("warn");
    assertThat(warned.path("text").asText()).contains("Your message was delivered.");
    settings("{\"rules\": [{\"channel\": \"sms\", \"mode\": \"strict\", \"redact\": true}]}", 1);
    final JsonNode redacted = json(send("provider", LEAK), 202);
    assertThat(redacted.path("decision").asText()).isEqualTo("redact");
    assertThat(redacted.path("text").asText()).contains("delivered without it");
    assertThat(sent()).hasSize(2);
    assertThat(sent().get(0)).endsWith(LEAK);
    assertThat(sent().get(1)).doesNotContain("778-555").contains("***-***-0147");
  }

  @Test
  void the_same_key_sends_once_and_is_answered_alike() {
    final HttpResponse<String> first = send("a key/1", "provider", CLEAN);
    final HttpResponse<String> second = send("a key/1", "provider", CLEAN);
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(sent()).hasSize(1);
    final HttpResponse<String> blocked = send("k2", "provider", LEAK);
    assertThat(send("k2", "provider", LEAK).body()).isEqualTo(blocked.body());
    assertThat(tables.count("strike")).isEqualTo(1);
    assertThat(tables.count("message_event")).isEqualTo(2);
    send("provider", "ok");
    send("provider", "ok");
    assertThat(sent()).hasSize(3);
  }

  @Test
  void of_one_key_at_the_same_moment_one_message_leaves() {
    final var answers =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> send("k", "provider", CLEAN)))
            .toList();
    final List<String> bodies = answers.stream().map(answer -> answer.join().body()).toList();
    assertThat(bodies).allMatch(bodies.getFirst()::equals);
    assertThat(sent()).containsExactly(relayed(CLIENT, CLEAN));
  }

  @ParameterizedTest
  @CsvSource({"booking-1, provider, Other", "booking-1, client, Hi", "booking-2, provider, Hi"})
  void a_key_used_for_another_message_is_refused(
      final String conversation, final String from, final String body) {
    register(OrganizationId.DEFAULT, "booking-2", "+16045550144", SITTER, "+16045550101");
    send("k", "provider", "Hi");
    assertProblem(post("k", body(conversation, from, body)), 422, "idempotency_key_reused");
    assertThat(sent()).containsExactly(relayed(CLIENT, "Hi"));
    assertThat(tables.count("message_event")).isEqualTo(1);
  }

  @Test
  void a_key_belongs_to_its_organization() {
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    final var other = new OrganizationId("other");
    register(other, "booking-1", CLIENT, SITTER, "+16045550102");
    send("k", "provider", CLEAN);
    key = keys.of(other, "sender");
    json(send("k", "provider", "Something else"), 202);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void an_opted_out_recipient_is_told_at_once_and_nothing_is_recorded_B66() {
    json(send("before", "provider", CLEAN), 202);
    tables.execute(
        "insert into opt_out (organization_id, relay_number, phone, cause, since) values"
            + " ('default', '"
            + RELAY
            + "', '"
            + CLIENT
            + "', 'keyword', now())");
    assertProblem(send("after", "provider", "Hello?"), 409, "opted_out");
    assertThat(tables.count("message_event")).isEqualTo(1);
    assertThat(tables.count("message_key")).isEqualTo(1);
    json(send("before", "provider", CLEAN), 202);
    tables.execute("update opt_out set lifted_at = now()");
    json(send("after", "provider", "Hello?"), 202);
  }

  @Test
  void a_conversation_that_is_unknown_or_cannot_be_reached_is_told_so() {
    register(OrganizationId.DEFAULT, "no-phone", null, "+16045550155", "+16045550103");
    assertProblem(post(null, body("nowhere", "provider", "Hi")), 404, "unknown_conversation");
    assertProblem(post(null, body("no-phone", "provider", "Hi")), 409, "no_recipient");
    assertNothingHappened();
    json(post(null, body("no-phone", "client", "Hi")), 202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' '             | empty_text",
        "'\n'            | empty_text",
        "a\\u0000b       | unsendable_text",
        "a\\ud83d        | unsendable_text",
        "\\udc36 a       | unsendable_text",
        "STOP            | carrier_keyword",
        "' unsubscribe ' | carrier_keyword",
        "Help            | carrier_keyword",
      })
  void a_text_that_cannot_be_sent_is_refused(final String escaped, final String code) {
    assertProblem(post(null, raw(escaped.replace("\n", "\\n"))), 400, code);
    assertNothingHappened();
  }

  @Test
  void sixteen_hundred_characters_are_sent_and_one_more_is_not() {
    assertProblem(send("provider", "a ".repeat(800) + "b"), 400, "text_too_long");
    assertNothingHappened();
    assertThat(json(send("provider", "a ".repeat(800)), 202).path("segments").asInt())
        .isEqualTo(11);
    json(send("provider", "Stop please\r\n\tyes"), 202);
    json(send("provider", "YES"), 202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "1",
        "{",
        "{}",
        "{\"conversation\":\"booking-1\",\"from\":\"provider\",\"body\":null}",
        "{\"conversation\":\"booking-1\",\"from\":\"provider\",\"body\":5}",
        "{\"conversation\":\"booking-1\",\"from\":\"provider\",\"body\":[\"a\"]}",
        "{\"conversation\":\"booking-1\",\"from\":\"staff\",\"body\":\"a\"}",
        "{\"conversation\":\"booking-1\",\"from\":1,\"body\":\"a\"}",
        "{\"conversation\":{},\"from\":\"client\",\"body\":\"a\"}",
        "{\"conversation\":\"a\\u0000\",\"from\":\"client\",\"body\":\"a\"}",
        "{\"conversation\":\"booking-1\",\"from\":\"client\",\"body\":\"a\",\"channel\":\"chat\"}",
        "{\"conversation\":\"booking-1\",\"from\":\"client\",\"body\":\"a\",\"to\":\"+1\"}",
      })
  void a_broken_request_is_refused(final String document) {
    assertThat(json(post(null, document), 400).path("status").asInt()).isEqualTo(400);
    assertNothingHappened();
  }

  @Test
  void an_oversized_request_is_refused() {
    assertThat(send("provider", "x".repeat(2_000_000)).statusCode()).isEqualTo(413);
    assertNothingHappened();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "k\tv", "toolong"})
  void an_unreadable_key_is_refused(final String unreadable) {
    final String given = unreadable.equals("toolong") ? "k".repeat(201) : unreadable;
    assertProblem(send(given, "provider", CLEAN), 400, "idempotency_key");
    assertNothingHappened();
    json(send("k".repeat(200), "provider", CLEAN), 202);
  }

  @Test
  void only_owners_and_senders_send() {
    for (final String role : List.of("moderator", "auditor", "operator")) {
      key = keys.with(role);
      assertThat(send("provider", CLEAN).statusCode()).as(role).isEqualTo(403);
    }
    key = "gh_nobodys";
    assertThat(send("provider", CLEAN).statusCode()).isEqualTo(401);
    assertNothingHappened();
    key = keys.with("owner");
    json(send("provider", CLEAN), 202);
  }

  private void settings(final String document, final int version) {
    final var answer =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with("owner"))
                .header("If-Match", Integer.toString(version))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(document)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> send(final String from, final String body) {
    return send(null, from, body);
  }

  private HttpResponse<String> send(final String name, final String from, final String body) {
    return post(name, body("booking-1", from, body));
  }

  private static String body(final String conversation, final String from, final String body) {
    return JsonMapper.builder()
        .build()
        .createObjectNode()
        .put("conversation", conversation)
        .put("from", from)
        .put("body", body)
        .toString();
  }

  private static String raw(final String escaped) {
    return "{\"conversation\":\"booking-1\",\"from\":\"provider\",\"body\":\"" + escaped + "\"}";
  }

  private HttpResponse<String> post(final String name, final String document) {
    final var request =
        api.request(PATH)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(document));
    return api.send(name == null ? request : request.header("Idempotency-Key", name));
  }
}
