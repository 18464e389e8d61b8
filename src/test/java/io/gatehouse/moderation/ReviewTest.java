package io.gatehouse.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Caller;
import io.gatehouse.categories.Category;
import io.gatehouse.rulings.Moderated;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class ReviewTest extends ModerationTest {

  @Inject Moderated moderated;

  @ParameterizedTest
  @CsvSource({"allow, false false", "quarantine, true false", "block, false true"})
  void flags_follow_each_word(final String word, final String flags) {
    final String mild = classify("p-1", MILD).path("decision_id").asText();
    final String bad = classify("p-2", BAD).path("decision_id").asText();
    final JsonNode answer = json(review(moderator, mild, 0, word));
    review(moderator, bad, 0, word);
    assertThat(flags("p-1")).isEqualTo(flags);
    assertThat(flags("p-2")).isEqualTo(flags);
    assertThat(answer.path("effective").asText()).isEqualTo(word);
    assertThat(answer.path("decision").asText()).isEqualTo("quarantine");
    assertThat(answer.path("human_reviewer").asText()).isEqualTo("test moderator");
    assertThat(tables.count("content_moderation_queue")).isZero();
  }

  @Test
  void b55_of_many_reviewers_at_once_one_is_heard_and_the_others_are_told() {
    final String id = classify("p-1", MILD).path("decision_id").asText();
    final var answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            review(
                                i % 2 == 0 ? moderator : owner,
                                id,
                                0,
                                i % 2 == 0 ? "allow" : "block")))
            .toList();
    final List<HttpResponse<String>> heard = answers.stream().map(CompletableFuture::join).toList();
    assertThat(heard.stream().map(HttpResponse::statusCode).sorted().distinct())
        .containsExactly(200, 412);
    assertThat(heard.stream().filter(answer -> answer.statusCode() == 200)).hasSize(1);
    assertThat(heard.stream().filter(answer -> answer.statusCode() == 412))
        .allSatisfy(
            answer -> assertThat(answer.body()).contains("\"review_changed\"", "\"version\":1"));
    assertThat(tables.count("content_moderation_review")).isEqualTo(1);
    assertThat(tables.count("audit_entry where action = 'moderation.reviewed'")).isEqualTo(1);
  }

  @Test
  void b50_a_second_word_is_added_and_the_first_one_stays() {
    final String id = classify("p-1", MILD).path("decision_id").asText();
    review(moderator, id, 0, "block");
    assertThat(review(owner, id, 1, "allow").headers().firstValue("ETag")).contains("\"2\"");
    assertThat(get("/decisions/" + id).path("reviews").findValuesAsText("decision"))
        .containsExactly("block", "allow");
    assertThat(flags("p-1")).isEqualTo("false false");
    assertThatThrownBy(() -> tables.run("update content_moderation_review set decision = 'block'"))
        .hasStackTraceContaining("append-only");
    assertThatThrownBy(() -> tables.run("delete from content_moderation_review"))
        .hasStackTraceContaining("append-only");
  }

  @Test
  void a_later_decision_is_to_be_read_first() {
    final String first = classify("p-1", MILD).path("decision_id").asText();
    final String second = classify("p-1", BAD).path("decision_id").asText();
    final var answer = review(moderator, first, 0, "allow");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("decision_superseded", second);
    assertThat(flags("p-1")).isEqualTo("false true");
    assertThat(get("/decisions/" + second).path("history")).hasSize(2);
  }

  @Test
  void a_persons_word_stands_over_a_programs_further_opinion_on_the_same_text() {
    final String id = classify("p-1", MILD).path("decision_id").asText();
    review(moderator, id, 0, "allow");
    moderated.again("p-1", Category.HATE, 0.95);
    assertThat(flags("p-1")).isEqualTo("false false");
    assertThat(tables.count("content_moderation_queue")).isZero();
    assertThat(get("/sources/post/p-1").path("human_decision").asText()).isEqualTo("allow");
    assertThat(get("/sources/post/p-1").path("decision").asText()).isEqualTo("block");
  }

  @Test
  void a_persons_word_says_nothing_of_another_text() {
    review(moderator, classify("p-1", MILD).path("decision_id").asText(), 0, "allow");
    classify("p-1", BAD);
    assertThat(flags("p-1")).isEqualTo("false true");
    assertThat(tables.count("content_moderation_queue")).isEqualTo(1);
  }

  @Test
  void what_somebody_said_stands_in_the_audit_and_the_feed() {
    final String id = classify("p-1", MILD).path("decision_id").asText();
    review(moderator, id, 0, "block");
    assertThat(
            tables.one(
                "select actor || '|' || subject || '|' || reason || '|' || (details ->> 'before')"
                    + " || '|' || (details ->> 'after') from audit_entry"
                    + " where action = 'moderation.reviewed'"))
        .isEqualTo("test moderator|" + id + "|I looked at it|quarantine|block");
    assertThat(
            tables.strings(
                "select facts ->> 'decision' from feed_entry where type = 'moderation.reviewed'"))
        .containsExactly("block");
  }

  @Test
  void who_may_not_review_or_asks_for_nothing_there_is_is_told_so() {
    final String id = classify("p-1", MILD).path("decision_id").asText();
    assertThat(review(sender, id, 0, "allow").statusCode()).isEqualTo(403);
    assertThat(review(keys.with(Caller.AUDITOR), id, 0, "allow").statusCode()).isEqualTo(403);
    assertThat(review(other(Caller.OWNER), id, 0, "allow").statusCode()).isEqualTo(404);
    assertThat(review(moderator, new UUID(1, 1).toString(), 0, "allow").statusCode())
        .isEqualTo(404);
    assertThat(review(moderator, "x", 0, "allow").statusCode()).isEqualTo(400);
    final var unknown = review(moderator, id, 0, "delete");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("allow, quarantine or block");
    assertThat(api.get(BASE + "/decisions/" + id, other(Caller.OWNER)).statusCode()).isEqualTo(404);
    assertThat(flags("p-1")).isEqualTo("true false");
    assertThat(tables.count("content_moderation_review")).isZero();
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"decision\": \"allow\", \"reason\": \"I looked\"} |       | 428",
        "{\"decision\": \"allow\", \"reason\": \"I looked\"} | \"x\" | 400",
        "{\"decision\": \"allow\", \"reason\": \" \"}        | \"0\" | 400",
        "{\"decision\": \"allow\"}                           | \"0\" | 400",
        "{\"reason\": \"I looked at it\"}                    | \"0\" | 400",
        "{\"decision\":                                      | \"0\" | 400",
        "{\"decision\": \"allow\", \"reason\": \"I looked\"} | \"3\" | 412",
      })
  void a_bad_request_is_told_so(final String body, final String ifMatch, final int status) {
    final String id = classify("p-1", MILD).path("decision_id").asText();
    final var request =
        api.request(BASE + "/decisions/" + id + "/review")
            .header("Authorization", "Bearer " + moderator)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    final var answer = api.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(tables.count("content_moderation_review")).isZero();
  }
}
