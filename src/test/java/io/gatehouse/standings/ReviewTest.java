package io.gatehouse.standings;

import static io.gatehouse.gate.Talk.LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ReviewTest extends PairTest {

  @Test
  void the_third_strike_puts_the_pair_under_review_and_tells_it_once_S1_6_S1_29_B24() {
    leak();
    leak();
    assertThat(tables.count("pair_standing")).isZero();
    leak();
    leak();
    assertThat(notices()).containsExactly("pair_review");
    assertThat(audit()).containsExactly("pair.under_review by gatehouse");
    assertThat(held()).isFalse();
  }

  @Test
  void pairs_under_review_are_listed_with_their_people_masked() {
    leak();
    assertThat(list("")).isEqualTo("[]");
    assertThat(list("?all=true")).contains("\"state\":\"clear\"", "\"strikes\":1");
    leak();
    leak();
    assertThat(list(""))
        .contains("\"state\":\"review\"", "\"strikes\":3", "Ann", "***@mail.ca", pair())
        .contains("\"since\":\"2026-03-02T14:30:03Z\"")
        .doesNotContain("ann@", "bob@", "+1604");
    clock.advance(Duration.ofDays(31));
    assertThat(list("")).contains("\"state\":\"review\"", "\"strikes\":0");
    assertThat(list("?before=" + pair())).isEqualTo("[]");
  }

  @Test
  void the_settings_say_which_strike_suspends_by_itself_and_for_how_long_S1_6() {
    settings("{\"strikes\":{\"suspend_at\":4,\"suspend_days\":7}}");
    leak();
    leak();
    leak();
    assertThat(held()).isFalse();
    leak();
    assertThat(notices()).containsExactly("pair_review", "pair_suspended");
    assertThat(audit())
        .containsExactly("pair.under_review by gatehouse", "pair.suspended by gatehouse");
    assertThat(held()).isTrue();
    assertThat(list("")).contains("\"until\":\"2026-03-09T14:30:05Z\"");
  }

  @Test
  void a_strike_while_suspended_moves_no_end_and_is_told_no_second_time() {
    settings("{\"strikes\":{\"suspend_at\":1,\"suspend_days\":7}}");
    leak();
    clock.advance(Duration.ofDays(3));
    leak();
    leak();
    assertThat(list("")).contains("\"until\":\"2026-03-09T14:30:01Z\"");
    assertThat(notices()).containsExactly("pair_suspended", "held_suspended", "pair_review");
    clock.advance(Duration.ofDays(4));
    assertThat(held()).isFalse();
    leak();
    assertThat(held()).isTrue();
  }

  @Test
  void a_suspension_at_the_strike_that_escalates_is_told_as_that_alone() {
    settings("{\"strikes\":{\"suspend_at\":3,\"suspend_days\":7}}");
    leak();
    leak();
    leak();
    assertThat(notices()).containsExactly("pair_suspended");
    assertThat(tables.one("select review_since is not null from pair_standing")).isEqualTo("t");
  }

  @Test
  void what_strangers_do_is_not_laid_at_one_anothers_door_B18() {
    settings("{\"strikes\":{\"suspend_at\":1,\"suspend_days\":7}}");
    final Conversation nobody = talk.issue("ISS-7", null);
    for (int n = 0; n < 4; n++) {
      talk.says(nobody, LEAK);
    }
    assertThat(tables.count("pair_standing")).isZero();
  }

  @Test
  void staff_strikes_nobody() {
    for (int n = 0; n < 4; n++) {
      talk.says(issue, Role.STAFF, LEAK);
    }
    assertThat(tables.count("pair_standing")).isZero();
  }

  @Test
  void only_the_owner_has_a_word_and_others_may_look() {
    leak();
    final String body = "{\"days\":3,\"reason\":\"enough\"}";
    for (final String role : List.of(Caller.MODERATOR, Caller.AUDITOR, Caller.SENDER)) {
      assertThat(order("suspend", keys.with(role), body).statusCode()).isEqualTo(403);
      assertThat(order("lift", keys.with(role), body).statusCode()).isEqualTo(403);
    }
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    final String other = keys.of(new OrganizationId("other"), Caller.OWNER);
    assertThat(order("suspend", other, body).statusCode()).isEqualTo(404);
    assertThat(order("lift", other, body).statusCode()).isEqualTo(404);
    assertThat(api.get("/api/pairs?all=true", other).body()).isEqualTo("[]");
    assertThat(api.get("/api/pairs", keys.with(Caller.AUDITOR)).statusCode()).isEqualTo(200);
    assertThat(api.get("/api/pairs", keys.with(Caller.SENDER)).statusCode()).isEqualTo(403);
  }

  private String list(final String query) {
    return api.get("/api/pairs" + query, owner).body();
  }
}
