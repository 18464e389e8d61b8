package io.gatehouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.spam.Spam;
import io.gatehouse.spam.SpamKind;
import io.gatehouse.spam.Verdict;
import io.gatehouse.spamlog.Detection;
import io.gatehouse.spamlog.SpamAction;
import io.gatehouse.spamlog.SpamListener.Logged;
import io.gatehouse.spamlog.SpamLog;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Organizations that are flagged for what was logged of them (S2.14). */
@NullUnmarked
class AutoFlagTest extends TenantTest {

  private static final String FOUND = "flagged";

  @Inject AutoFlags flags;
  @Inject SpamLog spamLog;
  @Inject TransactionOperations<Connection> transactions;

  /** Logs a detection as the log does: the row, then its listeners, in one transaction. */
  private void log(
      final Optional<OrganizationId> organization, final int score, final boolean high) {
    log(organization, score, high, FOUND);
  }

  private void log(
      final Optional<OrganizationId> organization,
      final int score,
      final boolean high,
      final String action) {
    final UUID id = UUID.randomUUID();
    tables.run(
        "insert into spam_log (id, organization_id, asked_by, content_type, original_until,"
            + " sanitised_content, spam_score, spam_reasons, is_high_risk, action_taken, created_at)"
            + " values ('%s', %s, 'default', 'invitation', now(), 'x', %d, '[]', %b, '%s', '%s')"
                .formatted(
                    id,
                    organization.map(one -> "'" + one + "'").orElse("null"),
                    score,
                    high,
                    action,
                    clock.instant()));
    final var row =
        new Logged(
            id, organization, score, high, SpamAction.of(action).orElseThrow(), clock.instant());
    transactions.executeWrite(
        status -> {
          flags.logged(row);
          return row;
        });
  }

  private void log(final int score, final boolean high) {
    log(Optional.of(ACME), score, high);
  }

  @Test
  void a_high_score_or_a_high_risk_flags_and_the_operator_is_told() {
    log(81, false);
    assertThat(done()).containsExactly("flagged flagged");
    assertThat(notices("default")).containsExactly("organization_flagged");
    assertThat(notices("acme")).isEmpty();
    assertThat(api.get(PATH, operator).body())
        .contains("\"moderator\":\"gatehouse\"", "\"score\":\"81\"", "high spam score")
        .doesNotContain("moderator_key");
    restore();
    log(10, true);
    assertThat(done()).containsExactly("flagged flagged", "restored active", "flagged flagged");
  }

  @Test
  void what_the_log_takes_is_heard_of_in_its_transaction() {
    final var spam = new Spam(95, List.of(), false, "x", Verdict.OBVIOUS);
    final var detection =
        new Detection(
            Optional.of(ACME),
            OrganizationId.DEFAULT,
            Optional.empty(),
            SpamKind.INVITATION,
            "x",
            spam,
            SpamAction.BLOCKED,
            Optional.empty(),
            Duration.ofDays(1));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transactions.executeWrite(
                    status -> {
                      spamLog.add(detection);
                      throw new IllegalStateException("not to be kept");
                    }));
    assertThat(tables.count("spam_log") + tables.count("organization_moderation")).isZero();
    transactions.executeWrite(status -> spamLog.add(detection));
    assertThat(standing()).isEqualTo("flagged");
  }

  @Test
  void b32_what_speaks_of_no_organization_or_of_an_unknown_one_is_logged_all_the_same() {
    log(Optional.empty(), 100, true);
    log(Optional.of(new OrganizationId("unknown-to-us")), 100, true);
    assertThat(tables.count("spam_log")).isEqualTo(2);
    assertThat(tables.count("organization_moderation")).isZero();
  }

  @Test
  void b33_a_suspended_organization_stays_suspended_and_gets_one_note() {
    suspend();
    log(100, true);
    log(100, true);
    assertThat(standing()).isEqualTo("suspended");
    assertThat(done()).containsExactly("suspended suspended", "flagged suspended");
    daysPass(3);
    endings();
    assertThat(standing()).isEqualTo("flagged");
  }

  @Test
  void b34_many_detections_make_one_record_and_one_notice() {
    atOnce(
        8,
        i -> {
          log(90 + i, true);
          return i;
        });
    assertThat(done()).containsExactly("flagged flagged");
    assertThat(notices("default")).containsExactly("organization_flagged");
  }

  @Test
  void b34_an_operators_flag_stands_and_is_not_put_again() {
    flag();
    log(100, true);
    assertThat(done()).containsExactly("flagged flagged");
  }

  @Test
  void b35_the_fifth_violation_within_a_week_flags_whatever_its_score() {
    for (int i = 0; i < 4; i++) {
      log(80, false);
    }
    assertThat(standing()).isEqualTo("active");
    log(80, false);
    assertThat(standing()).isEqualTo("flagged");
    assertThat(api.get(PATH, operator).body()).contains("\"violations\":\"5\"");
  }

  @Test
  void b35_neither_old_ones_nor_those_let_through_nor_those_the_operator_saw_count() {
    for (int i = 0; i < 4; i++) {
      log(80, false);
      log(Optional.of(ACME), 20, false, "allowed");
    }
    daysPass(8);
    for (int i = 0; i < 4; i++) {
      log(80, false);
    }
    assertThat(standing()).isEqualTo("active");
    log(80, false);
    restore();
    clock.advance(Duration.ofSeconds(1));
    log(80, false);
    assertThat(standing()).isEqualTo("active");
  }

  @Test
  void b34_the_dashboard_shows_each_organization_once_with_the_last_thing_done() {
    tables.run("insert into organization (id, name) values ('quiet', 'Q'), ('zoo', 'Z<b>')");
    log(90, true);
    suspend();
    log(Optional.of(new OrganizationId("zoo")), 30, false);
    log(Optional.empty(), 100, true);
    tables.run(
        "insert into settings_version (organization_id, version, document, changed_by) values"
            + " ('acme', 1, '{\"owner\":{\"emails\":[\"boss@acme.test\"]}}', 'x'),"
            + " ('acme', 2, '{\"owner\":{\"emails\":[\"ann@acme.test\"]}}', 'x')");
    final var all = api.get("/api/moderation-dashboard", operator).body();
    assertThat(all)
        .containsOnlyOnce("\"id\":\"acme\"")
        .contains("\"standing\":\"suspended\"", "\"last_action\":\"suspended\"", "sold prizes")
        .contains("\"suspended_until\":\"2026-03-05T14:30:00Z\"", "\"moderator\":\"test operator\"")
        .contains("\"spam_count\":1", "\"high_risk_count\":1", "\"id\":\"zoo\"")
        .contains("\"owner_email\":\"ann@acme.test\"")
        .doesNotContain("quiet", "default", "boss");
    assertThat(api.get("/api/moderation-dashboard?limit=1", operator).body())
        .contains("\"next\":\"acme\"")
        .doesNotContain("zoo");
    assertThat(api.get("/api/moderation-dashboard?after=acme", operator).body())
        .contains("zoo")
        .doesNotContain("\"acme\"");
    daysPass(8);
    assertThat(api.get("/api/moderation-dashboard", operator).body())
        .contains("acme")
        .doesNotContain("zoo");
  }

  @Test
  void statistics_count_what_was_logged_of_the_organization_alone_S2_10() {
    assertThat(api.get(PATH + "/stats", operator).body()).contains("\"total_detections\":0");
    log(40, false);
    log(Optional.of(ACME), 90, true, "blocked");
    log(Optional.empty(), 90, true);
    assertThat(api.get(PATH + "/stats", operator).body())
        .contains("\"total_detections\":2", "\"high_risk_detections\":1", "\"blocked_actions\":1")
        .contains("\"latest_detection\":\"2026-03-02T14:30:00Z\"");
  }
}
