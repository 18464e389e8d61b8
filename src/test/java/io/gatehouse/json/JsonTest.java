package io.gatehouse.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|empty",
        "[]|not_an_object",
        "{'a':1}{}|malformed_json",
        "{'a':1,'a':2}|malformed_json",
        "{'a':|malformed_json"
      },
      quoteCharacter = '~')
  void what_two_parsers_could_read_differently_is_refused(final String text, final String code) {
    assertRefused(text.replace("''", "").replace('\'', '"'), code);
  }

  @Test
  void what_is_too_deep_or_too_long_a_number_is_refused() {
    assertRefused("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}", "malformed_json");
    assertRefused("{\"a\":" + "9".repeat(101) + "}", "malformed_json");
  }

  @Test
  void what_is_no_utf8_is_refused() {
    assertThatThrownBy(() -> Json.object(new byte[] {'{', (byte) 0xC3, '}'}))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.code()).isEqualTo("invalid_utf8"));
  }

  @Test
  void numbers_and_halves_of_pairs_leave_as_they_came() {
    final String json = "{\"a\":1.10,\"b\":\"\\ud83d!\",\"c\":\"😀\"}";
    assertThat(Json.write(Json.object(json.getBytes(StandardCharsets.UTF_8)))).isEqualTo(json);
  }

  @Test
  void names_are_written_in_snake_case_and_what_is_null_is_not() {
    record Shown(String someName, @Nullable String other) {}
    assertThat(Json.write(new Shown("x", null))).isEqualTo("{\"some_name\":\"x\"}");
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", Json.NOTHING);
    assertThat(Json.write(shown)).isEqualTo("{\"id\":null}");
  }

  private static void assertRefused(final String text, final String code) {
    assertThatThrownBy(() -> Json.object(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
