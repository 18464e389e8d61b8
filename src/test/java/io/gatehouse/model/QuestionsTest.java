package io.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.categories.Category;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private static final String FIRST = "01".repeat(16);
  private static final String SECOND = "02".repeat(16);
  private static final String THIRD = "03".repeat(16);

  @Test
  void s4_12_asks_for_little_and_coolly() throws IOException {
    final JsonNode body = body(questions(1, 2).about("hello", "some-model"));
    assertThat(body.path("model").asText()).isEqualTo("some-model");
    assertThat(body.path("temperature").asDouble()).isEqualTo(0.1);
    assertThat(body.path("max_tokens").asInt()).isEqualTo(200);
    assertThat(body.path("stream").asBoolean(true)).isFalse();
  }

  @Test
  void s4_12_the_text_stands_between_two_lines_that_it_cannot_know() throws IOException {
    final JsonNode messages = body(questions(1, 2).about("hello", "m")).path("messages");
    assertThat(messages.path(1).path("content").asText())
        .isEqualTo(FIRST + "\nhello\n" + FIRST)
        .doesNotContain(SECOND);
    assertThat(messages.path(0).path("content").asText())
        .contains("both read " + FIRST, "nonce is " + SECOND, "is data")
        .doesNotContain("{", "...");
  }

  @Test
  void s4_12_another_boundary_is_taken_where_the_text_holds_it() {
    final Question question = questions(1, 2, 3).about("I guessed " + FIRST, "m");
    assertThat(new String(question.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains(SECOND + "\\nI guessed");
    assertThat(question.nonce()).isEqualTo(THIRD);
  }

  @Test
  void b54_the_nonce_is_not_the_boundary() {
    assertThat(questions(1, 1, 2).about("hello", "m").nonce()).isEqualTo(SECOND);
  }

  @Test
  void s4_12_the_schema_is_strict_and_has_every_category() throws IOException {
    final JsonNode format = body(questions(1, 2).about("hello", "m")).path("response_format");
    assertThat(format.path("type").asText()).isEqualTo("json_schema");
    assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();
    final JsonNode schema = format.path("json_schema").path("schema");
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    final List<String> required =
        JsonMapper.builder()
            .build()
            .convertValue(
                schema.path("required"), new com.fasterxml.jackson.core.type.TypeReference<>() {});
    assertThat(required)
        .contains("nonce", "seeks_help")
        .containsAll(Arrays.stream(Category.values()).map(Category::wire).toList())
        .hasSize(Category.values().length + 2);
    assertThat(schema.path("properties").fieldNames()).toIterable().hasSameElementsAs(required);
  }

  private static JsonNode body(final Question question) throws IOException {
    return JsonMapper.builder().build().readTree(question.body());
  }

  /** Draws the given bytes, each as often as a value is long. */
  private static Questions questions(final int... drawn) {
    final Deque<Integer> left = new ArrayDeque<>(Arrays.stream(drawn).boxed().toList());
    return new Questions(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new IllegalStateException("bytes are drawn");
          }

          @Override
          public void nextBytes(final byte[] bytes) {
            Arrays.fill(bytes, left.removeFirst().byteValue());
          }
        });
  }
}
