package io.gatehouse.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is composed here and held by moderation is not taken for sent. */
@NullUnmarked
class ModeratedSendTest extends SendingTest {

  @Test
  void b58_its_author_hears_that_a_person_reads_it_and_the_owner_can_still_release_it() {
    choose();

    final HttpResponse<String> answer = send("you glimfar");

    assertProblem(answer, 403, "message_held");
    final JsonNode problem = json(answer, 403);
    assertThat(problem.path("state").asText()).isEqualTo("withheld");
    assertThat(problem.path("text").asText()).contains("a person will read your message");
    assertThat(answer.body()).doesNotContain("hate");
    assertThat(sent()).as("nor is its sender answered by SMS").isEmpty();

    api.post(
        "/api/messages/events/" + problem.path("event").asText() + "/force-send",
        keys.with("owner"),
        "{\"reason\":\"it is a name\"}");
    assertThat(sent()).containsExactly(relayed(CLIENT, "you glimfar"));
  }

  private void choose() {
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with("owner"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(
                    BodyPublishers.ofString(
                        "{\"moderation\":{\"rules\":[{\"category\":\"hate\","
                            + "\"words\":[\"glimfar\"],\"weight\":0.9}]}}")));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  private HttpResponse<String> send(final String body) {
    return api.post(
        "/api/messages",
        key,
        "{\"conversation\":\"booking-1\",\"from\":\"provider\",\"body\":\"" + body + "\"}");
  }
}
