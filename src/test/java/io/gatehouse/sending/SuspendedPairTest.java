package io.gatehouse.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is composed for two people who are suspended (S1.6). */
@NullUnmarked
class SuspendedPairTest extends SendingTest {

  @Test
  void a_text_is_not_taken_for_sent_and_can_still_be_released() {
    send(LEAK);
    final String pair = tables.one("select id from pair");
    api.post(
        "/api/pairs/" + pair + "/suspend",
        keys.with("owner"),
        "{\"days\":3,\"reason\":\"enough\"}");

    final HttpResponse<String> answer = send(CLEAN);

    assertProblem(answer, 409, "pair_suspended");
    final JsonNode problem = json(answer, 409);
    assertThat(problem.path("state").asText()).isEqualTo("withheld");
    assertThat(sent()).as("nor is its sender answered by SMS").isEmpty();
    assertProblem(send(LEAK), 403, "message_blocked");
    api.post(
        "/api/messages/events/" + problem.path("event").asText() + "/force-send",
        keys.with("owner"),
        "{\"reason\":\"it is urgent\"}");
    assertThat(sent()).containsExactly(relayed(CLIENT, CLEAN));
  }

  private HttpResponse<String> send(final String body) {
    return api.post(
        "/api/messages",
        key,
        "{\"conversation\":\"booking-1\",\"from\":\"provider\",\"body\":\"" + body + "\"}");
  }
}
