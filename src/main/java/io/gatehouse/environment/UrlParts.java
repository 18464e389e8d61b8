package io.gatehouse.environment;

import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a database address apart: credentials out, libpq's parameters renamed for the driver. */
final class UrlParts {

  private static final String JDBC = "jdbc:";

  private static final Map<String, String> DRIVER_NAMES =
      Map.of("connect_timeout", "connectTimeout", "application_name", "ApplicationName");

  private final URI uri;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  /**
   * Reads {@code postgresql://user:password@host:port/database?parameters} (libpq's form) or the
   * same after {@code jdbc:}, where user and password may also be parameters.
   *
   * @throws IllegalArgumentException when it is neither; the message never repeats the value
   */
  static DatabaseUrl parse(final String written) {
    final String bare = written.startsWith(JDBC) ? written.substring(JDBC.length()) : written;
    final URI uri = URI.create(bare);
    if (!isPostgres(uri.getScheme()) || uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException("not a PostgreSQL address");
    }
    return new UrlParts(uri).toDatabaseUrl();
  }

  private UrlParts(final URI uri) {
    this.uri = uri;
    for (final String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
      final int equals = pair.indexOf('=');
      if (equals > 0) {
        final String name = pair.substring(0, equals);
        parameters.put(DRIVER_NAMES.getOrDefault(name, name), pair.substring(equals + 1));
      }
    }
  }

  DatabaseUrl toDatabaseUrl() {
    final String[] userInfo = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    final Optional<String> user = credential("user", userInfo[0]);
    final Optional<String> password =
        credential("password", userInfo.length > 1 ? userInfo[1] : "");
    return new DatabaseUrl(
        "jdbc:postgresql://" + uri.getHost() + port() + uri.getRawPath() + query(),
        user.orElse("postgres"),
        password.map(Secret::new));
  }

  private Optional<String> credential(final String parameter, final String fromAuthority) {
    final String asParameter = parameters.remove(parameter);
    final String chosen = fromAuthority.isEmpty() ? asParameter : fromAuthority;
    return Optional.ofNullable(chosen).filter(s -> !s.isEmpty()).map(UrlParts::decode);
  }

  private static boolean isPostgres(final @Nullable String scheme) {
    return "postgresql".equals(scheme) || "postgres".equals(scheme);
  }

  private static String decode(final String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private String port() {
    return uri.getPort() < 0 ? "" : ":" + uri.getPort();
  }

  private String query() {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(
            Collectors.collectingAndThen(Collectors.joining("&"), q -> q.isEmpty() ? q : "?" + q));
  }
}
