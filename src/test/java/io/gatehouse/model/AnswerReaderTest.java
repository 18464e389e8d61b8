package io.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.categories.Category;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B54: the source took the first thing in braces, which the text itself may have written. */
class AnswerReaderTest {

  private static final Question QUESTION = new Question(new byte[3_000], "n0nce");
  private static final String GOOD =
      """
      {"nonce":"n0nce","hate":0,"harassment":0.25,"sexual":0,"sexual_minors":0,"violence":1,
       "self_harm":1e-3,"seeks_help":true}""";

  @Test
  void the_answer_that_was_asked_for_is_read() {
    final ModelAnswer answer = read(completion(GOOD, "stop")).answer();
    assertThat(answer)
        .isInstanceOfSatisfying(
            ModelAnswer.Scored.class,
            scored -> {
              assertThat(scored.scores().of(Category.VIOLENCE)).isEqualTo(1);
              assertThat(scored.scores().of(Category.HARASSMENT)).isEqualTo(0.25);
              assertThat(scored.help()).isTrue();
            });
  }

  @Test
  void b54_without_the_exact_nonce_it_is_not_ours() {
    assertThat(doubt(GOOD.replace("n0nce", "N0nce"))).isEqualTo(Doubt.NOT_OURS);
    assertThat(doubt(GOOD.replace("\"n0nce\"", "0"))).isEqualTo(Doubt.NOT_OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "I cannot tell.",
        "Here it is: %s",
        "%s Let me explain.",
        "%s %s",
        "```json\n%s\n```",
        "{\"answer\":%s}",
        "[%s]",
      })
  void b54_anything_but_one_object_is_doubt(final String said) {
    assertThat(doubt(said.replace("%s", GOOD))).isEqualTo(Doubt.OTHER_FORM);
  }

  @Test
  void s4_12_another_set_of_members_is_doubt() {
    assertThat(doubt(GOOD.replace("\"hate\":0,", ""))).isEqualTo(Doubt.OTHER_FORM);
    assertThat(doubt(GOOD.replace("\"hate\":0,", "\"hate\":0,\"spam\":0,")))
        .isEqualTo(Doubt.OTHER_FORM);
    assertThat(doubt(GOOD.replace("\"hate\":0,", "\"hate\":0,\"hate\":0,")))
        .isEqualTo(Doubt.OTHER_FORM);
    assertThat(doubt(GOOD.replace("true", "\"true\""))).isEqualTo(Doubt.OTHER_FORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.01", "-0.01", "1e999", "-1e999", "NaN", "\"0.5\"", "null", "[0.5]"})
  void s4_12_a_value_that_is_no_share_of_one_is_doubt(final String value) {
    assertThat(doubt(GOOD.replace("0.25", value))).isEqualTo(Doubt.OTHER_FORM);
  }

  @Test
  void an_answer_that_was_cut_or_declined_says_so() {
    assertThat(why(completion(GOOD, "length"))).isEqualTo(Doubt.CUT_OFF);
    assertThat(why(completion(GOOD, "content_filter"))).isEqualTo(Doubt.DECLINED);
    assertThat(why("{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I will not.\"}}]}"))
        .isEqualTo(Doubt.DECLINED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":{}}",
        "{\"choices\":[1,2]}",
      })
  void what_is_not_of_the_protocol_is_broken(final String body) {
    assertThat(why(body)).isEqualTo(Doubt.BROKEN);
  }

  @Test
  void what_it_cost_is_counted_or_guessed() {
    final String told = completion(GOOD, "stop");
    assertThat(read(told).tokens()).isEqualTo(new Tokens(12, 34));
    for (final String count : new String[] {"-1", "\"12\"", "1.5", "99999999999"}) {
      assertThat(read(told.replace(":12", ":" + count)).tokens())
          .isEqualTo(new Tokens(1_000, Question.MOST_TOKENS));
    }
  }

  private static Doubt doubt(final String said) {
    return why(completion(said, "stop"));
  }

  private static Doubt why(final String body) {
    return read(body).answer() instanceof final ModelAnswer.Unsure unsure
        ? unsure.why()
        : Doubt.OFF;
  }

  private static Heard read(final String body) {
    return AnswerReader.read(body.getBytes(StandardCharsets.UTF_8), QUESTION);
  }

  private static String completion(final String said, final String finish) {
    final var whole = JsonMapper.builder().build().createObjectNode();
    final var choice = whole.putArray("choices").addObject().put("finish_reason", finish);
    choice.putObject("message").put("content", said);
    whole.putObject("usage").put("prompt_tokens", 12).put("completion_tokens", 34);
    return whole.toString();
  }
}
