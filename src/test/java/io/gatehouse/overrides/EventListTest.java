package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class EventListTest extends OverridesTest {

  private static final String PATH = "/api/messages/events";

  @Test
  void pages_follow_each_other_newest_first() {
    for (int n = 1; n <= 5; n++) {
      says("walk number " + n);
    }
    final String first = api.get(PATH + "?limit=3", owner).body();
    assertThat(first).containsSubsequence("number 5", "number 4", "number 3");
    assertThat(first).doesNotContain("number 2");
    final String third = tables.one("select event_id from message_text where text like '%3'");
    assertThat(api.get(PATH + "?before=" + third, owner).body())
        .containsSubsequence("number 2", "number 1")
        .doesNotContain("number 3");
  }

  @Test
  void a_list_is_narrowed_by_state_decision_channel_and_conversation() {
    says("see you at nine");
    says(LEAK);

    assertThat(api.get(PATH + "?state=withheld", owner).body())
        .contains("0143, give")
        .doesNotContain("nine");
    assertThat(api.get(PATH + "?decision=allow&channel=sms", owner).body())
        .contains("nine")
        .doesNotContain("0143, give");
    assertThat(api.get(PATH + "?channel=chat", owner).body()).isEqualTo("[]");
    assertThat(api.get(PATH + "?conversation=walk-1&state=withheld", owner).body())
        .contains("0143, give")
        .doesNotContain("nine");
    assertThat(api.get(PATH + "?conversation=walk-9", owner).body()).isEqualTo("[]");
  }

  @Test
  void an_event_shows_its_findings_attempt_and_effects() {
    final UUID event = says(LEAK).id();
    effects.runDue();

    assertThat(shown(event))
        .contains("\"class\":\"phone_number\"", "\"action\":\"blocked\"", "\"deliveries\":[]")
        .contains("\"kind\":\"sms.reply\",\"state\":\"done\"", "\"settled_at\":\"2026");
  }

  @Test
  void another_organization_sees_nothing() {
    says(LEAK);
    tables.run("insert into organization (id, name) values ('other', 'Other')");

    assertThat(api.get(PATH, keys.of(new OrganizationId("other"), "owner")).body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=x",
        "before=7",
        "state=lost",
        "decision=no",
        "channel=fax"
      })
  void a_bad_question_is_told_so(final String query) {
    assertThat(api.get(PATH + "?" + query, owner).statusCode()).isEqualTo(400);
  }
}
