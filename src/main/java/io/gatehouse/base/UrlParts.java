package io.gatehouse.base;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes credentials out of a database address and renames libpq's parameters for the driver. */
final class UrlParts {

  private static final Map<String, String> DRIVER_NAMES =
      Map.of("connect_timeout", "connectTimeout", "application_name", "ApplicationName");

  private final URI uri;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  UrlParts(final URI uri) {
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
    return Optional.ofNullable(chosen).filter(s -> !s.isEmpty()).map(DatabaseUrl::decode);
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
