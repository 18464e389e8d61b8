package io.gatehouse.replay;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import io.gatehouse.embedded.EmbeddedDatabase;
import io.gatehouse.environment.EnvironmentReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Finds the configured database without starting or making anything. */
final class Store {

  private Store() {}

  /**
   * @param variables of the environment, as the gateway has them
   * @throws StartFailure saying what is missing, without the password
   */
  static ReplayRepository open(final Map<String, String> variables) {
    final var environment = new EnvironmentReader(variables);
    final DatabaseUrl url =
        environment
            .database()
            .or(() -> embedded(environment.dataDirectory()))
            .orElseThrow(
                () ->
                    StartFailure.because(
                        "No gateway is running on "
                            + environment.dataDirectory().toAbsolutePath()
                            + ": start it, or set DATABASE_URL or GATEHOUSE_DATA as it has them."));
    try {
      return ReplayRepository.open(url);
    } catch (final SQLException refused) {
      throw StartFailure.because(
          "The database cannot be reached as " + url.user() + " at " + url.jdbc() + ".");
    }
  }

  private static Optional<DatabaseUrl> embedded(final Path data) {
    final Path file = data.resolve("secrets.properties");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    final var secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      secrets.load(reader);
      final String password = secrets.getProperty("DATABASE_PASSWORD", "");
      return EmbeddedDatabase.running(data, new Secret(password));
    } catch (final IOException unreadable) {
      throw StartFailure.because(file + " cannot be read.");
    }
  }
}
