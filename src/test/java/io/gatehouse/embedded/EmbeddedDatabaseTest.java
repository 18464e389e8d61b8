package io.gatehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import io.gatehouse.testkit.Needs;
import io.gatehouse.testkit.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final Secret PASSWORD = new Secret("p@ss");

  @TempDir private static Path directory = Path.of("unset");

  /** The first start finds what an interrupted one left. */
  @BeforeAll
  static void interruptTheFirstStart() throws IOException {
    Files.createDirectories(directory.resolve("pgdata.new/base"));
    Files.createDirectories(directory.resolve("postgres-18.6/bin"));
    Files.writeString(directory.resolve("postgres-18.6/bin/initdb"), "half of it");
  }

  @Test
  void it_is_durable_and_wants_a_password() throws SQLException {
    try (EmbeddedDatabase database = start()) {
      assertThat(one(database, "show fsync")).isEqualTo("on");
      assertThat(one(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(one(database, "show full_page_writes")).isEqualTo("on");
      final DatabaseUrl url = database.url();
      assertThatThrownBy(() -> DriverManager.getConnection(url.jdbc(), url.user(), "wrong"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void what_was_committed_survives_a_stop_an_orphan_and_a_strangers_pid() throws Exception {
    try (EmbeddedDatabase database = start()) {
      execute(database, "create table if not exists kept (n int)");
      execute(database, "insert into kept values (1)");
    }
    final EmbeddedDatabase abandoned = start();
    execute(abandoned, "insert into kept values (2)");
    try (EmbeddedDatabase database = start()) {
      assertThat(one(database, "select sum(n) from kept")).isEqualTo("3");
    }
    Files.writeString(
        directory.resolve("pgdata/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (EmbeddedDatabase database = start()) {
      assertThat(one(database, "select sum(n) from kept")).isEqualTo("3");
    }
  }

  @Test
  void an_error_leaves_no_row_in_the_log() throws Exception {
    try (EmbeddedDatabase database = start()) {
      execute(database, "create table texts (t text check (length(t) < 3))");
      assertThatThrownBy(() -> execute(database, "insert into texts values ('604-555-0143')"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(Files.readString(directory.resolve("postgres.log")))
        .contains("texts_t_check")
        .doesNotContain("604-555");
  }

  @Test
  void only_one_holds_a_directory() throws Exception {
    try (DirectoryLock held = DirectoryLock.hold(directory)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> DirectoryLock.hold(directory))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Another Gatehouse is running on " + directory);
    }
    DirectoryLock.hold(directory).close();
  }

  @Test
  @Needs(Part.SETPRIV)
  void where_user_namespaces_are_forbidden_root_runs_it_as_nobody() throws Exception {
    if (!Files.getAttribute(directory, "unix:uid").equals(0)) {
      return;
    }
    start().close();
    Files.setAttribute(directory, "unix:mode", 0755);
    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(directory, PASSWORD, Map.of(), ServerUser.nobody())) {
      assertThat(one(database, "select 1")).isEqualTo("1");
      assertThat(Files.getAttribute(directory.resolve("pgdata/PG_VERSION"), "unix:uid"))
          .isEqualTo(65_534);
    }
    try (EmbeddedDatabase database = start()) {
      assertThat(one(database, "select 1")).isEqualTo("1");
    }
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(directory, PASSWORD, Map.of());
  }

  private static String one(final EmbeddedDatabase database, final String query)
      throws SQLException {
    try (Connection connection = connect(database);
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(final EmbeddedDatabase database, final String statement)
      throws SQLException {
    try (Connection connection = connect(database)) {
      connection.createStatement().execute(statement);
    }
  }

  private static Connection connect(final EmbeddedDatabase database) throws SQLException {
    final DatabaseUrl url = database.url();
    final Optional<String> password = url.password().map(Secret::reveal);
    return DriverManager.getConnection(url.jdbc(), url.user(), password.orElseThrow());
  }
}
