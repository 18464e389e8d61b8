package io.gatehouse.standings;

import static io.gatehouse.gate.Talk.CLEAN;
import static io.gatehouse.gate.Talk.LEAK;
import static io.gatehouse.gate.Talk.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Role;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class SuspensionTest extends PairTest {

  private static final String THREE_DAYS = "{\"days\":3,\"reason\":\"third time\"}";

  @BeforeEach
  void strike() {
    leak();
  }

  @Test
  void every_message_of_the_pair_waits_on_every_channel_S1_6_B24() {
    assertThat(suspend(THREE_DAYS).body()).contains("\"state\":\"suspended\"", "third time");

    final MessageEvent sms = talk.says(walk, CLEAN);
    assertThat(sms.state()).isEqualTo(EventState.WITHHELD);
    assertThat(sms.origin().envelope()).containsEntry("held", "suspended");
    assertThat(Suspensions.holds(talk.says(issue, CLEAN))).isTrue();
    assertThat(Suspensions.holds(talk.says(issue, Role.PROVIDER, CLEAN))).isTrue();
    effects.runDue();
    assertThat(tables.strings("select kind from sandbox_effect where kind = 'sms.relay'"))
        .isEmpty();
  }

  @Test
  void staff_and_other_pairs_go_on_talking() {
    suspend(THREE_DAYS);
    final var others = talk.issue("ISS-2", person("Cleo", "cleo@mail.ca", "+16045550133"));

    assertThat(Suspensions.holds(talk.says(issue, Role.STAFF, CLEAN))).isFalse();
    assertThat(Suspensions.holds(talk.says(others, CLEAN))).isFalse();
    assertThat(Suspensions.holds(talk.says(null, CLEAN))).isFalse();
  }

  @Test
  void a_sender_is_told_once_in_a_suspension() {
    suspend(THREE_DAYS);
    talk.says(walk, CLEAN);
    talk.says(walk, CLEAN + " Please!");
    talk.says(walk, Role.PROVIDER, CLEAN);
    effects.runDue();
    assertThat(told()).isEqualTo(2);

    lift();
    clock.advance(Duration.ofSeconds(1));
    suspend(THREE_DAYS);
    talk.says(walk, CLEAN);
    effects.runDue();
    assertThat(told()).isEqualTo(3);
    assertThat(tables.one("select request->>'Body' from sandbox_effect where kind = 'sms.reply'"))
        .contains("held back");
  }

  @Test
  void the_owner_is_told_once_a_day_that_messages_wait() {
    suspend(THREE_DAYS);
    held();
    held();
    assertThat(notices()).containsExactly("held_suspended");
    clock.advance(Duration.ofDays(1));
    held();
    assertThat(notices()).containsExactly("held_suspended", "held_suspended");
  }

  @Test
  void a_leak_that_waits_is_judged_and_told_like_any_other() {
    suspend(THREE_DAYS);
    final MessageEvent event = talk.says(walk, LEAK);
    assertThat(event.verdict().flagCount()).isEqualTo(2);
    assertThat(notices()).isEmpty();
    assertThat(tables.strings("select kind from notice")).containsExactly("message_blocked");
  }

  @Test
  void what_waits_can_be_force_sent_meanwhile() {
    suspend(THREE_DAYS);
    final MessageEvent event = talk.says(walk, CLEAN);
    final var sent =
        api.post(
            "/api/messages/events/" + event.id() + "/force-send",
            owner,
            "{\"reason\":\"a key was lost\"}");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    effects.runDue();
    assertThat(
            tables.strings("select request->>'Body' from sandbox_effect where kind = 'sms.relay'"))
        .containsExactly(CLEAN);
  }

  @Test
  void an_end_that_passes_lifts_by_itself_and_is_recorded_once_B27() {
    suspend(THREE_DAYS);
    clock.advance(Duration.ofDays(3).minusSeconds(5));
    restore();
    assertThat(held()).isTrue();
    clock.advance(Duration.ofSeconds(5));
    assertThat(held()).as("before anything was recorded").isFalse();
    restore();
    restore();
    assertThat(notices()).containsExactly("held_suspended", "pair_restored");
    assertThat(audit())
        .containsExactly("pair.suspended by test owner", "pair.restored by gatehouse");
    assertThat(api.get("/api/pairs", owner).body()).isEqualTo("[]");
  }

  @Test
  void an_extended_suspension_is_restored_at_its_new_end_only_B28() {
    suspend(THREE_DAYS);
    clock.advance(Duration.ofDays(2));
    suspend("{\"days\":14,\"reason\":\"they wrote by post\"}");
    clock.advance(Duration.ofDays(2));
    restore();
    assertThat(held()).isTrue();
    assertThat(audit()).doesNotContain("pair.restored by gatehouse");
    clock.advance(Duration.ofDays(12));
    restore();
    assertThat(held()).isFalse();
    assertThat(audit())
        .containsExactly(
            "pair.suspended by test owner",
            "pair.suspension_changed by test owner",
            "pair.restored by gatehouse");
    assertThat(tables.count("pair_standing")).isOne();
  }

  @Test
  void a_review_meanwhile_neither_stops_the_end_nor_ends_with_it_B29_B30() {
    suspend(THREE_DAYS);
    leak();
    leak();
    assertThat(tables.one("select review_since is not null from pair_standing")).isEqualTo("t");
    assertThat(held()).isTrue();
    clock.advance(Duration.ofDays(4));
    restore();
    assertThat(held()).isFalse();
    assertThat(api.get("/api/pairs", owner).body()).contains("\"state\":\"review\"");
  }

  @Test
  void the_owner_lifts_it_and_twice_is_once() {
    assertThat(lift().statusCode()).isEqualTo(409);
    leak();
    leak();
    suspend(THREE_DAYS);
    assertThat(lift().body()).contains("\"state\":\"clear\"", "they promised");
    assertThat(lift().statusCode()).isEqualTo(200);
    assertThat(held()).isFalse();
    assertThat(audit())
        .containsExactly(
            "pair.under_review by gatehouse",
            "pair.suspended by test owner",
            "pair.lifted by test owner");
    clock.advance(Duration.ofDays(9));
    restore();
    assertThat(notices()).containsExactly("pair_review");
  }

  @Test
  void a_second_click_changes_nothing() {
    suspend(THREE_DAYS);
    clock.advance(Duration.ofSeconds(2));
    assertThat(suspend(THREE_DAYS).body()).contains("2026-03-05T14:30:01Z");
    assertThat(audit()).hasSize(1);
  }

  @Test
  void an_end_may_be_a_moment_and_may_be_brought_forward() {
    suspend("{\"until\":\"2026-03-12T09:00:00Z\",\"reason\":\"until the meeting\"}");
    suspend("{\"until\":\"2026-03-03T09:00:00Z\",\"reason\":\"met already\"}");
    assertThat(api.get("/api/pairs", owner).body())
        .contains("\"until\":\"2026-03-03T09:00:00Z\"", "met already");
    clock.advance(Duration.ofDays(1));
    assertThat(held()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reason\":\"no end\"}",
        "{\"days\":3}",
        "{\"days\":3,\"until\":\"2026-03-12T09:00:00Z\",\"reason\":\"two ends\"}",
        "{\"until\":\"2026-03-01T09:00:00Z\",\"reason\":\"passed\"}",
        "{\"days\":0,\"reason\":\"nothing\"}",
        "{\"days\":3,\"reason\":\"  \"}"
      })
  void an_end_in_the_future_and_a_reason_are_asked_for(final String body) {
    assertThat(suspend(body).statusCode()).isEqualTo(400);
    assertThat(tables.count("pair_standing")).isZero();
  }

  private long told() {
    return tables.count("sandbox_effect where kind = 'sms.reply'");
  }
}
