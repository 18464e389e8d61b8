package io.gatehouse.wiring;

import io.gatehouse.base.Secret;
import io.gatehouse.embedded.DirectoryLock;
import io.gatehouse.embedded.EmbeddedDatabase;
import io.gatehouse.environment.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept on disk. Touched only when something in it is needed: with a database elsewhere and
 * every secret given, nothing is written.
 */
final class DataDirectory implements AutoCloseable {

  private final Path directory;
  private @Nullable DirectoryLock lock;
  private @Nullable SecretsFile secrets;
  private @Nullable EmbeddedDatabase database;

  DataDirectory(final Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  Path path() {
    return directory;
  }

  Secret kept(final Variable variable) {
    return secrets().get(variable.name());
  }

  EmbeddedDatabase startDatabase() {
    final Secret password = secrets().get(SecretsFile.DATABASE_PASSWORD);
    database = EmbeddedDatabase.start(directory, password, Map.of());
    return database;
  }

  @Override
  public void close() throws IOException {
    if (database != null) {
      database.close();
    }
    if (lock != null) {
      lock.close();
    }
  }

  private SecretsFile secrets() {
    if (secrets == null) {
      lock = DirectoryLock.hold(directory);
      final boolean fresh = !Files.exists(directory.resolve("pgdata"));
      secrets = SecretsFile.open(directory.resolve("secrets.properties"), fresh);
    }
    return secrets;
  }
}
