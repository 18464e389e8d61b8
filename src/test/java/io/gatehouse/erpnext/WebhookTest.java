package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.frappe.WebhookProof;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door: who may call, with what body, and what is answered. */
@GatehouseTest
class WebhookTest {

  private static final String CLEAN =
      "{\"issue_reference\":\"ISS-1\",\"message_text\":\"Is my return filed?\","
          + "\"sender_email\":\"ann@mail.ca\",\"sender_type\":\"client\"}";

  private final Webhooks webhooks;
  private final WebhookProof proof;
  private final Tables tables;

  WebhookTest(final Webhooks webhooks, final WebhookProof proof, final Tables tables) {
    this.webhooks = webhooks;
    this.proof = proof;
    this.tables = tables;
  }

  @Test
  void a_clean_message_is_answered_with_the_json_of_S1_23_and_leaves_an_event_alone() {
    final HttpResponse<String> answer = webhooks.send(CLEAN);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"flagged\":false,\"flags\":[],\"action\":\"none\",\"flag_count\":0}");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(tables.count("message_event")).isOne();
    for (final String table :
        new String[] {"anti_poaching_attempt", "conversation_flag", "strike", "effect"}) {
      assertThat(tables.count(table)).as(table).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/octet-stream",
        "text/plain; charset=utf-16",
      })
  void any_content_type_is_taken(final String contentType) {
    assertThat(webhooks.sendAs(contentType, CLEAN).body()).contains("\"flagged\":false");
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void a_missing_or_forged_signature_is_refused_and_leaves_a_count_alone() {
    final long before = proof.refused();
    assertProblem(webhooks.sendUnsigned(Webhooks.PATH, CLEAN), 401, "signature_missing");
    assertProblem(webhooks.sendWith("Zm9yZ2Vk", CLEAN), 401, "signature_wrong");
    assertProblem(webhooks.sendUnsigned(Webhooks.PATH, ""), 401, "signature_missing");
    assertThat(proof.refused()).isEqualTo(before + 3);
    assertThat(tables.count("message_event")).isZero();
    assertThat(tables.count("conversation")).isZero();
  }

  @Test
  void what_is_wrong_with_a_body_is_said_without_repeating_it() {
    assertProblem(webhooks.send(""), 400, "not_an_object");
    assertProblem(webhooks.send("{\"message_text\": \"secret words\""), 400, "broken_json");
    assertProblem(webhooks.send(new byte[] {'{', (byte) 0xFF, '}'}), 400, "broken_utf8");
    assertProblem(webhooks.send("[".repeat(50_000)), 400, "broken_json");
    final HttpResponse<String> wrong = webhooks.send("{\"message_text\": [\"secret words\"]}");
    assertProblem(wrong, 400, "wrong_field");
    assertThat(wrong.body()).contains("message_text").doesNotContain("secret");
    assertThat(tables.count("message_event")).isZero();
  }

  @Test
  void an_oversized_body_is_refused() {
    final String long_ = "{\"message_text\":\"" + "x".repeat(12_000_000) + "\"}";
    assertThat(webhooks.send(long_).statusCode()).isEqualTo(413);
    assertThat(tables.count("message_event")).isZero();
  }

  @Test
  void an_unknown_organization_is_not_found() {
    assertThat(webhooks.sendUnsigned("/o/nobody" + Webhooks.PATH, CLEAN).statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_document_that_is_no_message_is_ignored_without_a_row() {
    final HttpResponse<String> answer =
        webhooks.send(
            "{\"doctype\":\"Communication\",\"communication_type\":\"Automated Message\","
                + "\"reference_doctype\":\"Issue\",\"reference_name\":\"ISS-1\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ignored\":\"communication_type\"}");
    assertThat(tables.count("message_event")).isZero();
  }

  @Test
  void empty_text_is_clean_and_recorded() {
    assertThat(webhooks.send("{\"message_text\":\"\",\"issue_reference\":\"ISS-1\"}").body())
        .contains("\"flagged\":false");
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void a_message_without_an_issue_is_screened_all_the_same() {
    assertThat(webhooks.send("{\"message_text\":\"call me at 604-555-0143\"}").body())
        .contains("\"flagged\":true");
    assertThat(tables.one("select conversation_id is null from message_event")).isEqualTo("t");
  }

  @Test
  void what_the_database_cannot_hold_is_replaced() {
    final String body = "{\"message_text\":\"a\\u0000b\\ud800c\",\"issue_reference\":\"I\\u0000\"}";
    assertThat(webhooks.send(body).statusCode()).isEqualTo(200);
    assertThat(tables.one("select text from message_text")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  private static void assertProblem(
      final HttpResponse<String> answer, final int status, final String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(code).doesNotContain("secret words");
  }
}
