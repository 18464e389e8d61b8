package io.gatehouse.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reviewers and the owner say of messages that wait for their conduct. */
@NullUnmarked
class MessageReviewTest extends ModerationTest {

  @Inject Talk talk;

  private MessageEvent held;
  private String decision;

  @BeforeEach
  void hold() {
    held = talk.says(talk.walk("walk-1"), BAD);
    decision = tables.one("select decision_id from content_moderation_queue");
  }

  @Test
  void a_blocked_message_waits_in_the_queue_with_its_text() {
    final JsonNode entry = get("/queue").path("items").path(0);
    assertThat(state()).isEqualTo("withheld");
    assertThat(entry.path("event").asText()).isEqualTo(held.id().toString());
    assertThat(entry.path("text").asText()).isEqualTo(BAD);
    assertThat(get("/sources/message/" + held.id()).path("is_hidden").asBoolean()).isTrue();
  }

  @Test
  void who_allows_it_lets_it_go_on() {
    json(review(moderator, decision, 0, "allow"));
    assertThat(state()).isNotEqualTo("withheld");
    assertThat(flags(held.id().toString())).isEqualTo("false false");
  }

  @Test
  void who_upholds_it_keeps_it() {
    json(review(moderator, decision, 0, "block"));
    assertThat(state()).isEqualTo("withheld");
    assertThat(tables.count("content_moderation_queue")).isZero();
  }

  @Test
  void an_owner_who_sends_it_has_allowed_it() {
    order("force-send", "{\"reason\":\"they are friends\"}");
    assertThat(flags(held.id().toString())).isEqualTo("false false");
    assertThat(tables.count("content_moderation_queue")).isZero();
    assertThat(get("/decisions/" + decision).path("human_reviewer").asText())
        .isEqualTo("test owner");
    assertThat(review(moderator, decision, 0, "block").statusCode()).isEqualTo(412);
  }

  @Test
  void an_owner_who_dismisses_it_has_upheld_it() {
    order("dismiss", "{\"verdict\":\"right\",\"reason\":\"not with us\"}");
    assertThat(flags(held.id().toString())).isEqualTo("false true");
    assertThat(tables.count("content_moderation_queue")).isZero();
  }

  @Test
  void of_an_owner_and_a_reviewer_at_once_one_is_heard() {
    final var owners =
        CompletableFuture.supplyAsync(
            () ->
                api.post(
                        "/api/messages/events/" + held.id() + "/force-send",
                        owner,
                        "{\"reason\":\"they are friends\"}")
                    .statusCode());
    final var reviewers =
        CompletableFuture.supplyAsync(() -> review(moderator, decision, 0, "allow").statusCode());
    assertThat(List.of(owners.join(), reviewers.join())).contains(200).containsAnyOf(409, 412);
    assertThat(tables.count("content_moderation_review")).isEqualTo(1);
  }

  private void order(final String deed, final String body) {
    final var answer = api.post("/api/messages/events/" + held.id() + "/" + deed, owner, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private String state() {
    return tables.one("select state from message_event where id = '" + held.id() + "'");
  }
}
