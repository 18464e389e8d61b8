package io.gatehouse.gate;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.embedded.DirectoryLock;
import io.gatehouse.embedded.EmbeddedDatabase;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How fast clean messages are recorded, beside what the same disk does for a bare insert: {@code mvn
 * -q -Pbench test-compile exec:exec -Dbench.main=io.gatehouse.gate.RecordingBenchmark}. The
 * database waits for the disk, as in production.
 */
public final class RecordingBenchmark {

  private static final int COUNTED = 64;
  private static final int SECONDS = Integer.getInteger("bench.seconds", 6);

  private final PrintStream out = System.out;
  private final DatabaseUrl database;
  private double floor;

  private RecordingBenchmark(final DatabaseUrl database) {
    this.database = database;
  }

  /** One line of the table. */
  private record Way(String name, int threads, int many) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("screen", 1, 1),
          new Way("screen", 8, 1),
          new Way("screen 4 at once", 1, 4),
          new Way("screen 16 at once", 1, 16),
          new Way("screen 64 at once", 1, 64),
          new Way("screen 16 at once", 2, 16));

  public static void main(final String[] arguments) throws IOException, SQLException {
    final Path directory = Path.of("target", "benchmark-database");
    try (var lock = DirectoryLock.hold(directory);
        var server = EmbeddedDatabase.start(directory, new Secret("benchmark"), Map.of())) {
      new RecordingBenchmark(server.url()).run();
    }
    System.exit(0);
  }

  private void run() throws IOException, SQLException {
    out.printf(
        "%-20s %8s %12s %9s %9s %8s %12s %8s%n",
        "way", "threads", "messages/s", "p50 ms", "p99 ms", "cpu ms", "round trips", "floor");
    empty();
    floor(1);
    floor(8);
    final double[] turns = turns();
    try (ApplicationContext beans = beans(database.jdbc())) {
      final Gatekeeper gatekeeper = beans.getBean(Gatekeeper.class);
      final var talk = new BenchmarkTalk(beans.getBean(Conversations.class));
      Load.run(4, SECONDS, () -> () -> gatekeeper.screen(talk.next(1)));
      for (int way = 0; way < WAYS.size(); way++) {
        final int many = WAYS.get(way).many();
        print(
            WAYS.get(way),
            Load.run(
                WAYS.get(way).threads(), SECONDS, () -> () -> gatekeeper.screen(talk.next(many))),
            turns[way]);
      }
      print(
          new Way("judged only", 1, 1),
          Load.run(
              1,
              SECONDS,
              () -> () -> gatekeeper.preview(talk.next(1).getFirst(), BenchmarkTalk.EARLIER)),
          0);
    }
  }

  /** Counted apart, because a way that counts is slower. */
  private double[] turns() throws IOException {
    final double[] turns = new double[WAYS.size()];
    try (var route = new CountingRoute(database.jdbc());
        ApplicationContext beans = beans(route.jdbc())) {
      beans.getBean(Tables.class).clear();
      final Gatekeeper gatekeeper = beans.getBean(Gatekeeper.class);
      final var talk = new BenchmarkTalk(beans.getBean(Conversations.class));
      gatekeeper.screen(talk.next(COUNTED));
      for (int way = 0; way < WAYS.size(); way++) {
        final long before = route.turns();
        for (int said = 0; said < COUNTED; said += WAYS.get(way).many()) {
          gatekeeper.screen(talk.next(WAYS.get(way).many()));
        }
        turns[way] = (double) (route.turns() - before) / COUNTED;
      }
    }
    return turns;
  }

  private ApplicationContext beans(final String jdbc) {
    return ApplicationContext.builder("test")
        .properties(
            Map.of(
                "datasources.default.url",
                jdbc,
                "datasources.default.username",
                database.user(),
                "datasources.default.password",
                database.password().orElseThrow().reveal(),
                "gatehouse.effects.workers",
                false,
                "gatehouse.effects.recurring",
                false,
                "test.clock",
                "machine"))
        .start();
  }

  private void empty() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
      statement.execute("create schema if not exists bench");
      statement.execute("drop table if exists bench.floor");
      statement.execute("create table bench.floor (id uuid primary key, text text not null)");
    }
  }

  /** What a message costs at least: one row of its size, on disk. */
  private void floor(final int threads) {
    final Load.Figures figures =
        Load.run(
            threads,
            SECONDS,
            () -> {
              try {
                final PreparedStatement insert =
                    connect().prepareStatement("insert into bench.floor values (?, ?)");
                return () -> insert(insert);
              } catch (final SQLException failed) {
                throw new IllegalStateException(failed);
              }
            });
    if (threads == 1) {
      floor = figures.callsPerSecond();
    }
    print(new Way("bare insert", threads, 1), figures, 1);
  }

  private static void insert(final PreparedStatement insert) {
    try {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, "Thanks! The invoices for March are in the shared folder now.");
      insert.executeUpdate();
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbc(), database.user(), database.password().orElseThrow().reveal());
  }

  private void print(final Way way, final Load.Figures figures, final double turns) {
    final double messages = figures.callsPerSecond() * way.many();
    out.printf(
        "%-20s %8d %12.0f %9.2f %9.2f %8.3f %12.2f %8.2f%n",
        way.name(),
        way.threads(),
        messages,
        figures.millis(0.5),
        figures.millis(0.99),
        figures.cpuMillis() / way.many(),
        turns,
        messages / floor);
  }
}
