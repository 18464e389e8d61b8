package io.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Ids;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@GatehouseTest
class TestKitTest {

  private final Tables tables;
  private final Clock clock;
  private final TestClock testClock;
  private final Ids ids;

  TestKitTest(final Tables tables, final Clock clock, final TestClock testClock, final Ids ids) {
    this.tables = tables;
    this.clock = clock;
    this.testClock = testClock;
    this.ids = ids;
  }

  @RepeatedTest(2)
  void each_test_starts_with_the_default_organization_alone() {
    assertThat(tables.one("select string_agg(id || ' ' || standing, ',') from organization"))
        .isEqualTo("default active");
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    tables.execute("update organization set standing = 'flagged'");
    tables.execute(
        "insert into settings_version (organization_id, version, document, changed_by)"
            + " values ('other', 1, '{}', 'x')");
  }

  @RepeatedTest(2)
  void numbering_and_the_clock_start_anew() {
    tables.execute(
        "insert into audit_entry (organization_id, at, actor, action, subject)"
            + " values ('default', now(), 'a', 'b', 'c')");
    assertThat(tables.one("select id from audit_entry")).isEqualTo("1");
    assertThat(clock.instant()).isEqualTo(TestClock.START);
    testClock.advance(Duration.ofDays(1));
  }

  @Test
  void ids_carry_the_time_of_the_injected_clock() {
    assertThat(ids.next().getMostSignificantBits() >>> 16)
        .isEqualTo(TestClock.START.toEpochMilli());
  }

  @Test
  void a_session_is_not_in_utc() {
    assertThat(tables.one("show timezone")).isEqualTo("America/St_Johns");
  }
}
