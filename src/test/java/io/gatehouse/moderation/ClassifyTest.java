package io.gatehouse.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Caller;
import io.gatehouse.rulings.Moderated;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class ClassifyTest extends ModerationTest {

  @Inject Moderated moderated;

  @Test
  void content_is_decided_on_and_all_six_categories_are_told() {
    final JsonNode answer = classify("p-1", MILD);
    assertThat(answer.path("decision").asText()).isEqualTo("quarantine");
    assertThat(answer.path("confidence").asDouble()).isEqualTo(0.7);
    assertThat(answer.path("classifications").size()).isEqualTo(6);
    assertThat(answer.path("classifications").path("violence").asDouble()).isEqualTo(0.7);
    assertThat(answer.path("classifier").asText()).isEqualTo("keywords");
    assertThat(answer.path("source").path("id").asText()).isEqualTo("p-1");
    assertThat(answer.path("is_quarantined").asBoolean()).isTrue();
    assertThat(answer.path("is_hidden").asBoolean()).isFalse();
    assertThat(tables.one("select id from content_moderation_decision"))
        .isEqualTo(answer.path("decision_id").asText());
  }

  @Test
  void what_the_worst_words_say_is_hidden() {
    assertThat(classify("p-1", BAD).path("is_hidden").asBoolean()).isTrue();
    assertThat(flags("p-1")).isEqualTo("false true");
  }

  @Test
  void a_rehearsal_answers_the_same_and_stores_nothing() {
    final String body = content("p-1", BAD).replace("\"text\"", "\"dry_run\": true, \"text\"");
    final JsonNode answer = json(post("/classify", sender, body));
    assertThat(answer.path("decision").asText()).isEqualTo("block");
    assertThat(answer.has("decision_id")).isFalse();
    assertThat(tables.count("content_moderation_decision")).isZero();
    assertThat(tables.count("content_moderation_text")).isZero();
  }

  @Test
  void the_same_text_again_is_answered_with_the_decision_there_is() {
    final JsonNode first = classify("p-1", MILD);
    assertThat(classify("p-1", MILD)).isEqualTo(first);
    assertThat(classify("p-2", MILD)).isNotEqualTo(first);
    assertThat(tables.count("content_moderation_decision")).isEqualTo(2);
  }

  @Test
  void the_same_text_many_times_at_once_is_decided_on_once() {
    final var answers =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> classify("p-1", MILD)))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(tables.count("content_moderation_decision")).isEqualTo(1);
  }

  @Test
  void b56_another_text_of_the_same_source_is_decided_on_anew_and_clears_what_was() {
    classify("p-1", MILD);
    assertThat(flags("p-1")).isEqualTo("true false");
    classify("p-1", BAD);
    assertThat(flags("p-1")).isEqualTo("false true");
    classify("p-1", FINE);
    assertThat(flags("p-1")).isEqualTo("false false");
    assertThat(tables.count("content_moderation_queue")).isZero();
    assertThat(tables.count("content_moderation_decision")).isEqualTo(3);
  }

  @Test
  void the_same_text_is_decided_on_anew_by_other_rules_and_a_persons_word_stands() {
    final String first = classify("p-1", MILD).path("decision_id").asText();
    final String second = classify("p-2", MILD).path("decision_id").asText();
    review(moderator, second, 0, "allow");
    thresholds(0.5, 0.6, 1);
    assertThat(classify("p-1", MILD).path("decision_id").asText()).isEqualTo(first);
    thresholds(0.8, 0.9, 2);
    assertThat(classify("p-1", MILD).path("decision").asText()).isEqualTo("allow");
    assertThat(tables.count("content_moderation_queue")).isZero();
    thresholds(0.5, 0.6, 3);
    assertThat(classify("p-2", MILD).path("effective").asText()).isEqualTo("allow");
    assertThat(classify("p-1", MILD).path("effective").asText()).isEqualTo("quarantine");
  }

  @Test
  void with_moderation_off_there_are_no_rows_and_what_was_hidden_stays_hidden() {
    classify("p-1", BAD);
    moderation(owner, false, 1);
    final JsonNode answer = classify("p-1", FINE);
    assertThat(answer.path("enabled").asBoolean()).isFalse();
    assertThat(answer.path("decision").asText()).isEqualTo("allow");
    assertThat(answer.path("is_hidden").asBoolean()).isTrue();
    assertThat(classify("p-2", BAD).path("is_hidden").asBoolean()).isFalse();
    assertThat(tables.count("content_moderation_decision")).isEqualTo(1);
    assertThat(post("/reports", sender, ReportTest.report("p-2", "hate", "u-1")).body())
        .contains("\"enabled\":false");
    assertThat(tables.count("content_moderation_report")).isZero();
  }

  @Test
  void html_is_read_as_it_is_seen() {
    final String body =
        content("p-1", "<p>A z<b>on</b>k</p>").replace("\"text\"", "\"format\":\"html\",\"text\"");
    assertThat(json(post("/classify", sender, body)).path("decision").asText())
        .isEqualTo("quarantine");
  }

  @Test
  void each_organization_has_its_own_sources() {
    classify("p-1", BAD);
    final String stranger = other(Caller.OWNER);
    moderation(stranger, true, 0);
    assertThat(api.get(BASE + "/sources/post/p-1", stranger).statusCode()).isEqualTo(404);
    post("/classify", stranger, content("p-1", FINE));
    assertThat(get("/sources/post/p-1").path("is_hidden").asBoolean()).isTrue();
    assertThat(json(api.get(BASE + "/sources/post/p-1", stranger)).path("is_hidden").asBoolean())
        .isFalse();
  }

  @Test
  void what_a_person_must_read_is_sealed_and_forgotten_after_thirty_days() {
    final String id = classify("p-1", MILD).path("decision_id").asText();
    classify("p-2", FINE);
    assertThat(tables.count("content_moderation_text")).isEqualTo(1);
    assertThat(
            tables.one(
                "select position('zonk' in encode(sealed, 'escape')) from"
                    + " content_moderation_text"))
        .isEqualTo("0");
    assertThat(get("/decisions/" + id).path("text").asText()).isEqualTo(MILD);
    clock.advance(Duration.ofDays(31));
    moderated.forgetTexts();
    assertThat(get("/decisions/" + id).has("text")).isFalse();
  }

  @Test
  void a_text_need_not_be_kept() {
    final String body = content("p-1", MILD).replace("\"text\"", "\"keep_text\":false,\"text\"");
    json(post("/classify", sender, body));
    assertThat(tables.count("content_moderation_text")).isZero();
    assertThat(tables.count("content_moderation_queue")).isEqualTo(1);
  }

  @Test
  void the_feed_hears_of_it_and_never_of_its_words() {
    classify("p-1", FINE);
    classify("p-2", BAD);
    assertThat(tables.strings("select type || ' ' || (facts ->> 'decision') from feed_entry"))
        .containsExactly("moderation.decided block");
    assertThat(tables.one("select cast(facts as text) from feed_entry")).doesNotContain("blargh");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}                                                              | /source",
        "[]                                                              | document_invalid",
        "{\"source\": 1, \"text\": \"a\"}                                | /source",
        "{\"source\": {\"kind\": \"post\"}, \"text\": \"a\"}             | /source/id",
        "{\"source\": {\"kind\": \"Post!\", \"id\": \"1\"}, \"text\": \"a\"} | /source/kind",
        "{\"source\": {\"kind\": \"message\", \"id\": \"1\"}, \"text\": \"a\"} | /source/kind",
        "{\"source\": {\"kind\": \"post\", \"id\": 1}, \"text\": \"a\"}  | /source/id",
        "{\"source\": {\"kind\": \"post\", \"id\": \"1\"}}               | /text",
        "{\"source\": {\"kind\": \"post\", \"id\": \"1\"}, \"text\": 1}  | /text",
        "{\"source\": {\"kind\": \"post\", \"id\": \"1\"}, \"text\": \"a\", \"x\": 1} | /x",
        "{\"source\": {\"kind\": \"post\", \"id\": \"1\"}, \"text\": \"a\", \"format\": \"md\"}"
            + " | /format",
        "{\"source\": {\"kind\": \"post\", \"id\": \"1\"}, \"text\": \"a\", \"url\": \"x:y\"}"
            + " | /url",
        "{\"source\": {\"kind\": \"post\", \"id\": \"1\"}, \"text\": \"a\", \"dry_run\": \"no\"}"
            + " | /dry_run",
      })
  void what_is_wrong_is_told_with_its_place(final String body, final String place) {
    final var answer = post("/classify", sender, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(place);
    assertThat(tables.count("content_moderation_decision")).isZero();
  }

  @Test
  void too_much_is_refused() {
    assertThat(post("/classify", sender, content("1", "x".repeat(11_000_000))).statusCode())
        .isEqualTo(413);
    assertThat(post("/classify", sender, content("1", "x".repeat(20_001))).statusCode())
        .isEqualTo(400);
    final var spelledOut = post("/classify", sender, content("1", "\ufdfa".repeat(2_000)));
    assertThat(spelledOut.statusCode()).isEqualTo(400);
    assertThat(spelledOut.body()).contains("text_too_long");
    assertThat(classify("1", "x".repeat(20_000)).path("decision").asText()).isEqualTo("allow");
  }

  @Test
  void an_auditor_reads_and_classifies_nothing() {
    final String auditor = keys.with(Caller.AUDITOR);
    assertThat(post("/classify", auditor, content("1", FINE)).statusCode()).isEqualTo(403);
    assertThat(post("/classify", "nobody's", content("1", FINE)).statusCode()).isEqualTo(401);
    for (final String path : List.of("/queue", "/decisions/" + new UUID(1, 1))) {
      assertThat(api.get(BASE + path, sender).statusCode()).as(path).isEqualTo(403);
    }
  }
}
