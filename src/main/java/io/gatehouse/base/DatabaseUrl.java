package io.gatehouse.base;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL is and how to sign in there.
 *
 * @param jdbc for the driver, without credentials, so that it may be shown
 */
public record DatabaseUrl(String jdbc, String user, Optional<Secret> password) {

  private static final String JDBC = "jdbc:";

  /**
   * Reads {@code postgresql://user:password@host:port/database?parameters} (libpq's form) or the
   * same after {@code jdbc:}, where user and password may also be parameters.
   *
   * @throws IllegalArgumentException when it is neither; the message never repeats the value
   */
  public static DatabaseUrl parse(final String written) {
    final URI uri =
        URI.create(written.startsWith(JDBC) ? written.substring(JDBC.length()) : written);
    if (!isPostgres(uri.getScheme()) || uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException("not a PostgreSQL address");
    }
    return new UrlParts(uri).toDatabaseUrl();
  }

  private static boolean isPostgres(final @Nullable String scheme) {
    return "postgresql".equals(scheme) || "postgres".equals(scheme);
  }

  static String decode(final String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
