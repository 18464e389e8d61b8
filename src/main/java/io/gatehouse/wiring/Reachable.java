package io.gatehouse.wiring;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Tries a database before anything is built on it. */
final class Reachable {

  private static final String PATIENCE_SECONDS = "5";

  private Reachable() {}

  /**
   * @throws StartFailure saying where nothing was found, without the password
   */
  static DatabaseUrl checked(final DatabaseUrl url) {
    final Properties properties = new Properties();
    properties.setProperty("user", url.user());
    url.password().map(Secret::reveal).ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    try (Connection connection = DriverManager.getConnection(url.jdbc(), properties)) {
      return url;
    } catch (final SQLException refused) {
      throw StartFailure.because(
          "DATABASE_URL: no connection as "
              + url.user()
              + " to "
              + url.jdbc()
              + ": "
              + refused.getMessage());
    }
  }
}
