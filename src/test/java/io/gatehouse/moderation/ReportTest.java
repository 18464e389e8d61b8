package io.gatehouse.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Caller;
import io.gatehouse.categories.Category;
import io.gatehouse.gate.Talk;
import io.gatehouse.rulings.Moderated;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ReportTest extends ModerationTest {

  @Inject Moderated moderated;
  @Inject Talk talk;

  @Test
  void what_a_user_reports_comes_before_a_person() {
    classify("p-1", FINE);
    final JsonNode heard = json(post("/reports", sender, report("p-1", "hate", "u-1")));
    assertThat(heard.path("counted").asBoolean()).isTrue();
    assertThat(heard.path("effective").asText()).isEqualTo("quarantine");
    final JsonNode entry = get("/queue?category=hate").path("items").path(0);
    assertThat(entry.path("classifier").asText()).isEqualTo("report");
    assertThat(entry.path("classifications").size()).isEqualTo(6);
    assertThat(entry.path("reports").asInt()).isEqualTo(1);
    assertThat(flags("p-1")).isEqualTo("true false");
  }

  @Test
  void further_reports_count_up_and_do_not_fill_the_queue() {
    for (int i = 1; i <= 5; i++) {
      post("/reports", sender, report("p-1", i == 5 ? "sexual" : "hate", "u-" + i));
    }
    assertThat(tables.one("select reports from content_moderation_queue")).isEqualTo("5");
    assertThat(tables.count("content_moderation_decision")).isEqualTo(1);
    assertThat(sources(get("/queue?category=sexual"))).containsExactly("p-1");
    assertThat(get("/queue").path("items").path(0).path("risk").asDouble()).isGreaterThan(0.8);
  }

  @Test
  void each_reporter_is_heard_once_of_a_source_and_category() {
    post("/reports", sender, report("p-1", "hate", "u-1"));
    final JsonNode again = json(post("/reports", sender, report("p-1", "hate", "u-1")));
    assertThat(again.path("counted").asBoolean()).isFalse();
    assertThat(again.path("reports").asInt()).isEqualTo(1);
    assertThat(tables.one("select reports from content_moderation_queue")).isEqualTo("1");
  }

  @Test
  void a_reporter_who_reports_everything_is_told_to_wait() {
    for (int i = 0; i < Reports.MOST; i++) {
      json(post("/reports", sender, report("p-" + i, "hate", "u-1")));
    }
    final var refused = post("/reports", sender, report("p-x", "hate", "u-1"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3600");
    json(post("/reports", sender, report("p-x", "hate", "u-2")));
    assertThat(tables.count("content_moderation_report")).isEqualTo(Reports.MOST + 1);
  }

  @Test
  void what_is_hidden_stays_hidden_and_what_a_person_allowed_is_looked_at_again() {
    classify("p-1", BAD);
    post("/reports", sender, report("p-1", "hate", "u-1"));
    assertThat(flags("p-1")).isEqualTo("false true");
    review(moderator, classify("p-2", MILD).path("decision_id").asText(), 0, "allow");
    post("/reports", sender, report("p-2", "violence", "u-1"));
    assertThat(flags("p-2")).isEqualTo("true false");
    assertThat(sources(get("/queue"))).containsExactly("p-1", "p-2");
  }

  @Test
  void what_a_person_hid_is_not_asked_about_again() {
    review(moderator, classify("p-1", MILD).path("decision_id").asText(), 0, "block");
    post("/reports", sender, report("p-1", "violence", "u-1"));
    assertThat(flags("p-1")).isEqualTo("false true");
    assertThat(tables.count("content_moderation_queue")).isZero();
  }

  @Test
  void what_users_complained_of_waits_whatever_a_program_thinks_of_it() {
    classify("p-1", FINE);
    post("/reports", sender, report("p-1", "hate", "u-1"));
    moderated.again("p-1", Category.HATE, 0.1);
    final JsonNode entry = get("/queue").path("items").path(0);
    assertThat(entry.path("reports").asInt()).isEqualTo(1);
    assertThat(review(moderator, entry.path("decision_id").asText(), 0, "block").statusCode())
        .isEqualTo(200);
    assertThat(flags("p-1")).isEqualTo("false true");
  }

  @Test
  void a_note_is_sealed_and_shown_to_reviewers() {
    post(
        "/reports",
        sender,
        report("p-1", "hate", "u-1").replace("\"category\"", "\"note\":\"calls me\",\"category\""));
    final String id = tables.one("select decision_id from content_moderation_queue");
    final JsonNode shown = get("/decisions/" + id).path("reports").path(0);
    assertThat(shown.path("note").asText()).isEqualTo("calls me");
    assertThat(shown.path("reporter").asText()).isEqualTo("u-1");
    assertThat(
            tables.one(
                "select position('calls' in encode(sealed, 'escape')) from"
                    + " content_moderation_text"))
        .isEqualTo("0");
  }

  @Test
  void a_message_of_ours_is_shown_with_its_text() {
    final UUID event = talk.says(talk.issue("ISS-1"), Talk.CLEAN).id();
    final String body = report(event.toString(), "harassment", "u-1").replace("post", "message");
    json(post("/reports", sender, body));
    final JsonNode entry = get("/queue").path("items").path(0);
    assertThat(entry.path("event").asText()).isEqualTo(event.toString());
    assertThat(entry.path("text").asText()).isEqualTo(Talk.CLEAN);
    assertThat(post("/reports", other(Caller.SENDER), body).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"source\":{\"kind\":\"post\",\"id\":\"1\"},\"category\":\"rude\",\"reporter\":\"u\"}",
        "{\"source\":{\"kind\":\"post\",\"id\":\"1\"},\"reporter\":\"u\"}",
        "{\"source\":{\"kind\":\"post\",\"id\":\"1\"},\"category\":\"hate\"}",
        "{\"source\":{\"kind\":\"post\",\"id\":\"1\"},\"category\":\"hate\",\"reporter\":\"\"}",
        "{\"category\":\"hate\",\"reporter\":\"u\"}",
        "[1]"
      })
  void what_makes_no_sense_is_refused(final String body) {
    final var answer = post("/reports", sender, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(tables.count("content_moderation_report")).isZero();
  }

  static String report(final String id, final String category, final String reporter) {
    return "{\"source\":{\"kind\":\"post\",\"id\":\"%s\"},\"category\":\"%s\",\"reporter\":\"%s\"}"
        .formatted(id, category, reporter);
  }
}
