package io.gatehouse.audit;

import static io.gatehouse.base.Caller.AUDITOR;
import static io.gatehouse.base.Caller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatehouseTest
class AuditTest {

  private final AuditLog log;
  private final TransactionOperations<Connection> transactions;
  private final Tables tables;
  private final Api api;
  private final Keys keys;

  AuditTest(
      final AuditLog log,
      final TransactionOperations<Connection> transactions,
      final Tables tables,
      final Api api,
      final Keys keys) {
    this.log = log;
    this.transactions = transactions;
    this.tables = tables;
    this.api = api;
    this.keys = keys;
  }

  @Test
  void an_entry_says_who_did_what_when_and_why() {
    log.record(
        OrganizationId.DEFAULT, "mia", "event.sent", "e1", "a \"mistake\"", Map.of("kind", "sms"));
    assertThat(log.page(OrganizationId.DEFAULT, Long.MAX_VALUE, 10).items())
        .containsExactly(
            new AuditEntry(
                1,
                TestClock.START,
                "mia",
                "event.sent",
                "e1",
                "a \"mistake\"",
                Map.of("kind", "sms")));
  }

  @Test
  void an_entry_lives_and_dies_with_the_callers_transaction() {
    assertThatThrownBy(
            () ->
                transactions.executeWrite(
                    status -> {
                      add("lost");
                      throw new IllegalStateException("the deed failed");
                    }))
        .hasMessage("the deed failed");
    assertThat(tables.one("select count(*) from audit_entry")).isEqualTo("0");
  }

  @Test
  void entries_are_never_changed_or_removed() {
    add("kept");
    assertThatThrownBy(() -> tables.execute("update audit_entry set actor = 'x'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> tables.execute("delete from audit_entry"))
        .hasMessageContaining("append-only");
  }

  @Test
  void pages_follow_each_other_newest_first() {
    for (int i = 1; i <= 5; i++) {
      add("s" + i);
    }
    final Page<AuditEntry> first = log.page(OrganizationId.DEFAULT, Long.MAX_VALUE, 3);
    assertThat(first.items()).extracting(AuditEntry::subject).containsExactly("s5", "s4", "s3");
    final Page<AuditEntry> second =
        log.page(OrganizationId.DEFAULT, Long.parseLong(String.valueOf(first.next())), 3);
    assertThat(second.items()).extracting(AuditEntry::subject).containsExactly("s2", "s1");
    assertThat(second.next()).isNull();
  }

  @Test
  void an_auditor_reads_it_in_pages_and_a_sender_does_not() {
    add("one");
    add("two");
    final String auditor = keys.with(AUDITOR);
    assertThat(api.get("/api/audit?limit=1", auditor).body())
        .contains("\"subject\":\"two\"", "\"next\":\"2\"");
    assertThat(api.get("/api/audit?limit=1&after=2", auditor).body())
        .contains("\"subject\":\"one\"")
        .doesNotContain("next");
    assertThat(api.get("/api/audit?limit=0", auditor).statusCode()).isEqualTo(400);
    assertThat(api.get("/api/audit", keys.with(SENDER)).statusCode()).isEqualTo(403);
  }

  private void add(final String subject) {
    log.record(OrganizationId.DEFAULT, "mia", "did", subject, null, Map.of());
  }
}
