package io.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Ids;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@GatehouseTest
class TestKitTest {

  private final DataSource database;
  private final Clock clock;
  private final TestClock testClock;
  private final Ids ids;

  TestKitTest(
      final DataSource database, final Clock clock, final TestClock testClock, final Ids ids) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.clock = clock;
    this.testClock = testClock;
    this.ids = ids;
  }

  @RepeatedTest(2)
  void each_test_starts_with_the_default_organization_alone() throws SQLException {
    assertThat(one("select string_agg(id || ' ' || standing, ',') from organization"))
        .isEqualTo("default active");
    change("insert into organization (id, name) values ('other', 'Other')");
    change("update organization set standing = 'flagged'");
    change(
        "insert into settings_version (organization_id, version, document, changed_by)"
            + " values ('other', 1, '{}', 'x')");
  }

  @RepeatedTest(2)
  void numbering_and_the_clock_start_anew() throws SQLException {
    change(
        "insert into audit_entry (organization_id, at, actor, action, subject)"
            + " values ('default', now(), 'a', 'b', 'c')");
    assertThat(one("select id from audit_entry")).isEqualTo("1");
    assertThat(clock.instant()).isEqualTo(TestClock.START);
    testClock.advance(Duration.ofDays(1));
  }

  @Test
  void ids_carry_the_time_of_the_injected_clock() {
    assertThat(ids.next().getMostSignificantBits() >>> 16)
        .isEqualTo(TestClock.START.toEpochMilli());
  }

  @Test
  void a_session_is_not_in_utc() throws SQLException {
    assertThat(one("show timezone")).isEqualTo("America/St_Johns");
  }

  private String one(final String query) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private void change(final String statement) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().executeUpdate(statement);
    }
  }
}
