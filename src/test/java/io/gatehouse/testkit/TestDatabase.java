package io.gatehouse.testkit;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.embedded.DirectoryLock;
import io.gatehouse.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One server for all tests of a run, started when the first asks and stopped with the JVM. */
public final class TestDatabase {

  /**
   * Tests may lose data, and a session's zone that is neither UTC nor a whole hour off finds bugs.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "timezone", "America/St_Johns",
          "max_connections", "200");

  private static final Path DIRECTORY = Path.of("target", "test-database");

  /** Kept in a field: a lock that nothing refers to is collected, and its file freed. */
  private static final DirectoryLock LOCK = DirectoryLock.hold(DIRECTORY);

  private static final EmbeddedDatabase SERVER = start();

  private TestDatabase() {}

  public static DatabaseUrl url() {
    return SERVER.url();
  }

  private static EmbeddedDatabase start() {
    final EmbeddedDatabase server =
        EmbeddedDatabase.start(DIRECTORY, new Secret("test-password"), SETTINGS);
    forgetLastRun(server.url());
    Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stop));
    return server;
  }

  /** The files are kept because making them takes seconds; what is in them must not matter. */
  private static void forgetLastRun(final DatabaseUrl url) {
    try (Connection connection =
            DriverManager.getConnection(
                url.jdbc(), url.user(), url.password().orElseThrow().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade; create schema public");
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void stop() {
    try (LOCK) {
      SERVER.close();
    } catch (final IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
