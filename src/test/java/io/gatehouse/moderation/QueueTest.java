package io.gatehouse.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Caller;
import io.gatehouse.categories.Category;
import io.gatehouse.rulings.Moderated;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class QueueTest extends ModerationTest {

  @Inject Moderated moderated;

  @Test
  void b55_the_oldest_comes_first_and_who_seeks_help_before_all() {
    classify("1", MILD);
    classify("2", BAD);
    moderated.help("3");
    final JsonNode page = get("/queue");
    assertThat(sources(page)).containsExactly("3", "1", "2");
    assertThat(page.path("waiting").asInt()).isEqualTo(3);
    assertThat(page.path("items").path(1).path("text").asText()).isEqualTo(MILD);
  }

  @Test
  void the_riskiest_can_come_first() {
    classify("1", MILD);
    classify("2", BAD);
    moderated.add("3", Category.SEXUAL, 0.6);
    moderated.help("4");
    assertThat(sources(get("/queue?order=riskiest"))).containsExactly("4", "2", "1", "3");
  }

  @Test
  void b55_what_is_blocked_waits_too_and_no_organization_sees_anothers() {
    classify("1", BAD);
    assertThat(get("/queue").path("items").path(0).path("decision").asText()).isEqualTo("block");
    final JsonNode stranger = json(api.get(BASE + "/queue", other(Caller.OWNER)));
    assertThat(stranger.path("items")).isEmpty();
    assertThat(stranger.path("waiting").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oldest", "riskiest"})
  void pages_miss_and_repeat_nothing_while_others_work(final String order) {
    for (int i = 10; i < 17; i++) {
      moderated.add("p-" + i, Category.VIOLENCE, i % 2 == 0 ? 0.6 : 0.7);
    }
    moderated.help("p-h");
    final List<String> read = new ArrayList<>();
    String next = "";
    while (next != null) {
      final JsonNode page = get("/queue?limit=3&order=" + order + next);
      read.addAll(sources(page));
      review(moderator, page.path("items").path(0).path("decision_id").asText(), 0, "allow");
      next = page.has("next") ? "&after=" + page.path("next").asText() : null;
    }
    assertThat(read).hasSize(8).doesNotHaveDuplicates().startsWith("p-h");
    assertThat(sources(get("/queue"))).hasSize(5);
  }

  @Test
  void it_can_be_narrowed() {
    classify("1", MILD);
    classify("2", BAD);
    moderated.add("3", Category.SEXUAL, 0.6);
    assertThat(sources(get("/queue?category=violence"))).containsExactly("1");
    assertThat(sources(get("/queue?decision=block"))).containsExactly("2");
    assertThat(sources(get("/queue?kind=post"))).containsExactly("1", "2", "3");
    assertThat(sources(get("/queue?kind=profile"))).isEmpty();
    assertThat(sources(get("/queue?since=2027-01-01T00:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order=newest",
        "category=rude",
        "decision=allow",
        "kind=Post!",
        "since=yesterday",
        "after=x",
        "after=1_9e99999_1",
        "limit=0",
        "limit=9999"
      })
  void an_unknown_word_is_told_so(final String query) {
    final var answer = api.get(BASE + "/queue?" + query, moderator);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void two_reviewers_at_once_hold_different_entries() {
    IntStream.range(10, 22).forEach(i -> moderated.add("p-" + i, Category.VIOLENCE, 0.6));
    final var claims =
        Stream.of(owner, moderator)
            .map(key -> CompletableFuture.supplyAsync(() -> claim(key, "{\"limit\":6}")))
            .toList();
    final List<String> held =
        claims.stream().flatMap(claim -> sources(claim.join()).stream()).toList();
    assertThat(held).hasSize(12).doesNotHaveDuplicates();
    assertThat(sources(claim(keys.with(Caller.MODERATOR), "{}"))).isEmpty();
  }

  @Test
  void a_claim_keeps_others_from_it_and_ends_by_itself() {
    final String id = classify("1", MILD).path("decision_id").asText();
    final JsonNode held = claim(moderator, "{}").path("items").path(0);
    assertThat(held.path("claimed_by").asText()).isEqualTo("test moderator");
    assertThat(held.path("claimed_until").asText()).isEqualTo("2026-03-02T14:40:00Z");
    final var refused = review(owner, id, 0, "allow");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"claimed\"", "test moderator");
    clock.advance(Duration.ofMinutes(10));
    assertThat(get("/queue").path("items").path(0).has("claimed_by")).isFalse();
    assertThat(sources(claim(owner, "{}"))).containsExactly("1");
    assertThat(review(moderator, id, 0, "allow").statusCode()).isEqualTo(409);
    assertThat(review(owner, id, 0, "allow").statusCode()).isEqualTo(200);
  }

  @Test
  void a_claim_asked_for_again_holds_the_same_and_can_be_given_back() {
    classify("1", MILD);
    classify("2", MILD);
    classify("3", MILD);
    assertThat(sources(claim(moderator, "{\"limit\":2}"))).containsExactly("1", "2");
    moderated.help("4");
    assertThat(sources(claim(moderator, "{\"limit\":2}"))).containsExactly("1", "2");
    assertThat(sources(get("/queue?mine=true"))).containsExactly("1", "2");
    final String first = get("/queue?mine=true").path("items").path(0).path("decision_id").asText();
    api.delete(BASE + "/queue/claim?decision=" + first, moderator);
    assertThat(sources(get("/queue?mine=true"))).containsExactly("2");
    assertThat(api.delete(BASE + "/queue/claim", moderator).statusCode()).isEqualTo(204);
    assertThat(sources(claim(owner, "{}"))).containsExactly("4", "1", "2", "3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"limit\":0}",
        "{\"limit\":51}",
        "{\"minutes\":0}",
        "{\"minutes\":61}",
        "{\"order\":\"x\"}",
        "{\"category\":\"x\"}",
        "{"
      })
  void a_claim_that_makes_no_sense_is_refused(final String body) {
    final var answer = post("/queue/claim", moderator, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void an_auditor_looks_on_and_claims_nothing() {
    final String auditor = keys.with(Caller.AUDITOR);
    assertThat(api.get(BASE + "/queue", auditor).statusCode()).isEqualTo(200);
    assertThat(post("/queue/claim", auditor, "{}").statusCode()).isEqualTo(403);
  }

  private JsonNode claim(final String key, final String body) {
    return json(post("/queue/claim", key, body));
  }
}
