package io.gatehouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Standing;
import io.gatehouse.organization.Tenure;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's word over HTTP (S2.13, S2.20). */
@NullUnmarked
class ProbationTest extends TenantTest {

  private static final Instant NOW = TestClock.START;

  @ParameterizedTest
  @EnumSource(Action.class)
  void b31_whatever_is_done_leaves_a_standing_and_both_tables_take_its_words(final Action action) {
    for (final Standing before : Standing.values()) {
      final Tenure tenure = new Tenure(before, NOW, null, false, 3);
      final Tenure after = action.on(tenure, NOW, NOW.plus(Duration.ofDays(1)));
      assertThat(after.version()).isEqualTo(4);
      tables.run(
          "insert into organization_moderation (organization_id, action, previous_standing,"
              + " new_standing, reason, moderator, created_at) values ('acme', '"
              + String.join("', '", action.wire(), before.wire(), after.standing().wire())
              + "', 'x', 'x', now())");
      tables.run(
          "update organization set flagged_meanwhile = false, standing = '"
              + after.standing().wire()
              + "' where id = 'acme'");
      assertThat(Standing.of(after.standing().wire())).isEqualTo(after.standing());
    }
  }

  @Test
  void b31_an_operator_restores_by_hand() {
    suspend();
    restore();
    assertThat(standing()).isEqualTo("active");
    flag();
    restore();
    assertThat(done())
        .containsExactly(
            "suspended suspended", "restored active", "flagged flagged", "restored active");
    assertThat(order("restore", WHY).body()).contains("already_active", "\"standing\":\"active\"");
  }

  @Test
  void what_was_done_is_listed_the_newest_first_with_who_and_why() {
    flag();
    suspend();
    final var list = api.get(PATH + "?limit=1", operator);
    assertThat(list.body())
        .contains("\"standing\":\"suspended\"", "\"suspended_until\":\"2026-03-05T14:30:00Z\"")
        .contains("\"action\":\"suspended\"", "\"previous_standing\":\"flagged\"", "sold prizes")
        .contains("\"moderator\":\"test operator\"", "\"next\":\"2\"")
        .doesNotContain("they wrote");
    assertThat(list.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(api.get(PATH + "?limit=1&after=2", operator).body())
        .contains("\"action\":\"flagged\"", "they wrote to us");
    assertThat(api.get("/api/organizations/acme", operator).body())
        .contains("\"standing\":\"suspended\"", "\"suspended_until\":\"2026-03-05T14:30:00Z\"");
  }

  @Test
  void of_two_operators_at_once_the_second_learns_what_the_first_one_did() {
    final List<Integer> answers =
        atOnce(6, i -> order(i % 2 == 0 ? "suspend" : "flag", THREE_DAYS, "\"0\"").statusCode());
    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(5);
    assertThat(done()).hasSize(1);
    assertThat(tables.one("select standing_version from organization where id = 'acme'"))
        .isEqualTo("1");
  }

  @Test
  void an_end_may_be_brought_forward_and_says_so() {
    suspend();
    assertThat(order("suspend", THREE_DAYS).body()).contains("already_suspended");
    assertDone(
        order("suspend", "{\"expires_at\":\"2026-03-03T09:00:00Z\",\"reason\":\"met already\"}"));
    assertThat(done()).containsExactly("suspended suspended", "shortened suspended");
  }

  @ParameterizedTest
  @CsvSource({"flag", "restore"})
  void what_cannot_follow_is_a_conflict_that_says_what_can(final String deed) {
    if (deed.equals("flag")) {
      flag();
    }
    final var answer = order(deed, WHY);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("\"standing\":\"", "already_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"days\":3}",
        "{\"days\":3,\"reason\":\"  \"}",
        "{\"days\":0,\"reason\":\"nothing\"}",
        "{\"days\":3,\"expires_at\":\"2026-04-01T00:00:00Z\",\"reason\":\"two ends\"}",
        "{\"expires_at\":\"2026-03-01T00:00:00Z\",\"reason\":\"passed\"}",
        "{\"expires_at\":\"soon\",\"reason\":\"no moment\"}",
        "{\"days\":\"many\",\"reason\":\"no number\"}",
        "[]",
        "{"
      })
  void a_suspension_that_makes_no_sense_is_refused(final String body) {
    assertThat(order("suspend", body).statusCode()).isEqualTo(400);
    assertThat(done()).isEmpty();
  }

  @Test
  void a_version_must_be_named_and_be_one() {
    assertThat(api.post(PATH + "/flag", operator, WHY).statusCode()).isEqualTo(428);
    assertThat(order("flag", WHY, "new").statusCode()).isEqualTo(400);
  }

  @Test
  void an_unknown_organization_is_not_found() {
    for (final String path : List.of("", "/stats")) {
      assertThat(api.get("/api/organizations/none/moderation" + path, operator).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void only_operators_have_a_word_S2_7() {
    for (final String role : List.of(Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR)) {
      final String key = keys.of(ACME, role);
      assertThat(api.get(PATH, key).statusCode()).as(role).isEqualTo(403);
      assertThat(api.post(PATH + "/restore", key, WHY).statusCode()).as(role).isEqualTo(403);
      assertThat(api.get("/api/moderation-dashboard", key).statusCode()).as(role).isEqualTo(403);
    }
  }

  @Test
  void b36_the_record_outlives_what_it_is_of_and_is_never_changed() {
    suspend();
    for (final String change :
        List.of(
            "delete from organization where id = 'acme'",
            "delete from organization_moderation",
            "update organization_moderation set reason = 'none'")) {
      assertThatThrownBy(() -> tables.run(change)).as(change).isInstanceOf(RuntimeException.class);
    }
    assertThat(done()).containsExactly("suspended suspended");
    assertThat(
            tables.strings(
                "select conname from pg_constraint where contype = 'f' and confdeltype <> 'a'"
                    + " and conrelid in ('organization_moderation'::regclass,"
                    + " 'spam_log'::regclass)"))
        .as("foreign keys that cascade")
        .isEmpty();
  }

  @Test
  void b39_organizations_and_their_moderators_are_the_gateways_own() {
    assertThat(
            tables.strings(
                "select confrelid::regclass from pg_constraint where contype = 'f'"
                    + " and conrelid = 'organization_moderation'::regclass"))
        .containsExactly("organization");
    assertThat(tables.strings("select tablename from pg_tables where schemaname = 'public'"))
        .contains("organization", "access_key")
        .doesNotContain("teams", "users", "team_members");
  }

  @Test
  void another_organizations_standing_stays_as_it_is() {
    suspend();
    assertThat(tenures.of(OrganizationId.DEFAULT).standing()).isEqualTo(Standing.ACTIVE);
    assertThat(tenures.suspended()).containsExactly(ACME);
  }
}
