package io.gatehouse.frappe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Problem;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @Test
  void absent_and_null_are_the_same() {
    final Fields fields = fields("{\"a\": null}");
    assertThat(fields.has("a")).isFalse();
    assertThat(fields.text("a")).isEmpty();
    assertThat(fields.text("b")).isEmpty();
    assertThat(fields.texts("a")).isEmpty();
    assertThat(fields.check("a")).isEmpty();
  }

  @Test
  void a_check_is_a_number_or_a_boolean() {
    final Fields fields = fields("{\"a\": 1, \"b\": 0, \"c\": true}");
    assertThat(fields.check("a")).contains(true);
    assertThat(fields.check("b")).contains(false);
    assertThat(fields.check("c")).contains(true);
  }

  @Test
  void what_no_database_can_hold_is_replaced_one_for_one() {
    final Fields fields = fields("{\"a\": \"x\\u0000y\\ud83dz\\ude00\\ud83d\\ude00\"}");
    assertThat(fields.text("a")).isEqualTo("x\uFFFDy\uFFFDz\uFFFD\uD83D\uDE00");
  }

  @Test
  void an_address_is_taken_out_of_its_brackets_and_lowered() {
    final Fields fields = fields("{\"a\": \" Jane Doe <Jane@Example.ORG> \", \"b\": \"Guest\"}");
    assertThat(fields.address("a")).isEqualTo("jane@example.org");
    assertThat(fields.address("b")).isEqualTo("guest");
  }

  @Test
  void a_wrong_type_or_length_is_named() {
    refused("{\"a\": 1}", fields -> fields.text("a"));
    refused("{\"a\": [\"x\"]}", fields -> fields.name("a"));
    refused("{\"a\": \"x\"}", fields -> fields.texts("a"));
    refused("{\"a\": [\"x\", 2]}", fields -> fields.texts("a"));
    refused("{\"a\": [null]}", fields -> fields.texts("a"));
    refused("{\"a\": \"yes\"}", fields -> fields.check("a"));
    refused("{\"a\": \"" + "x".repeat(141) + "\"}", fields -> fields.name("a"));
    refused("{\"a\": \"" + "x".repeat(256) + "\"}", fields -> fields.address("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "7",
        "{",
        "{\"a\":}",
        "{\"a\":1} {\"b\":2}",
        "{\"a\":1}x",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":\"\n\"}",
        "\uFEFF{}",
        "a=1&b=2"
      })
  void anything_but_one_object_is_refused(final String body) {
    assertBadRequest(() -> StrictJson.object(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void invalid_utf_8_is_refused_not_guessed() {
    assertBadRequest(() -> StrictJson.object(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"'}));
    assertBadRequest(
        () -> StrictJson.object("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
    assertBadRequest(() -> StrictJson.object("{}".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void nesting_without_end_is_refused() {
    final String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertBadRequest(() -> StrictJson.object(deep.getBytes(StandardCharsets.UTF_8)));
  }

  private void refused(final String body, final Consumer<Fields> reading) {
    assertThatThrownBy(() -> reading.accept(fields(body)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.members()).containsEntry("field", "a");
              assertThat(problem.detail()).contains("\"a\"");
            });
  }

  private static void assertBadRequest(final ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
  }

  private Fields fields(final String body) {
    return new Fields(StrictJson.object(body.getBytes(StandardCharsets.UTF_8)));
  }
}
