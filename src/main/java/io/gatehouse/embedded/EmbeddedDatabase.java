package io.gatehouse.embedded;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A PostgreSQL server of our own, reachable from this machine alone. */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String USER = "gatehouse";

  /**
   * Durability is PostgreSQL's default, stated because it is a promise. Its log must not repeat
   * message text: no statements, no details that quote rows.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "log_min_error_statement", "panic",
          "log_error_verbosity", "terse");

  private final Cluster cluster;
  private final DatabaseUrl url;

  private EmbeddedDatabase(final Cluster cluster, final DatabaseUrl url) {
    this.cluster = cluster;
    this.url = url;
  }

  /**
   * Starts the server, at the first time after unpacking and initialising it. A server that a
   * killed Gatehouse left behind is stopped first; PostgreSQL then recovers what it had committed.
   *
   * @param directory holds programs, data and log; its {@link DirectoryLock} is held by the caller
   * @param password of the only user; settled when the data is initialised
   * @param overrides server settings that win over durable defaults, for tests
   * @throws StartFailure with what to do
   */
  public static EmbeddedDatabase start(
      final Path directory, final Secret password, final Map<String, String> overrides) {
    try {
      final Path home = Files.createDirectories(directory.toAbsolutePath().normalize());
      return start(home, password, overrides, ServerUser.of(home));
    } catch (final IOException unusable) {
      throw StartFailure.because(
          "The database directory " + directory + " cannot be used: " + unusable.getMessage());
    }
  }

  /** Where a server that somebody else runs on a directory is; empty when none runs there. */
  public static Optional<DatabaseUrl> running(final Path directory, final Secret password)
      throws IOException {
    return Orphan.port(directory.resolve("pgdata").resolve("postmaster.pid"))
        .map(port -> new DatabaseUrl(jdbc(port), USER, Optional.of(password)));
  }

  static EmbeddedDatabase start(
      final Path home,
      final Secret password,
      final Map<String, String> overrides,
      final ServerUser user)
      throws IOException {
    final Cluster cluster = new Cluster(home, Binaries.unpack(home.resolve("postgres-18.6")), user);
    final int port = freePort();
    cluster.initialise(USER, password);
    cluster.start(options(port, overrides));
    return new EmbeddedDatabase(cluster, new DatabaseUrl(jdbc(port), USER, Optional.of(password)));
  }

  private static String jdbc(final int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public DatabaseUrl url() {
    return url;
  }

  /** Ends open transactions and stops, with everything committed on disk. */
  @Override
  public void close() {
    cluster.stop();
  }

  private static String options(final int port, final Map<String, String> overrides) {
    final Map<String, String> settings = new TreeMap<>(SETTINGS);
    settings.putAll(overrides);
    return settings.entrySet().stream()
        .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
        .collect(Collectors.joining(" ", "-p " + port + " ", ""));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
