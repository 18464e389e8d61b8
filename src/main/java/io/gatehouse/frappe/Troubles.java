package io.gatehouse.frappe;

import io.gatehouse.frappe.Trouble.Follows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The one place that knows what a site's answers mean; {@code frappe/signs.properties} says which
 * trouble they are a sign of, {@code frappe/troubles.properties} what follows from it.
 */
public final class Troubles {

  /** The permission that is missing names a role. */
  public static final String ROLE_MISSING = "role_missing";

  static final String KEY_UNHEARD = "key_unheard";
  static final String NO_JSON = "no_json";

  private static final Properties SIGNS = read("/frappe/signs.properties");
  private static final Map<String, Trouble> TROUBLES = troubles();

  private Troubles() {}

  /**
   * The trouble a request met; empty when it was answered with success and a JSON object.
   *
   * @param role what the user needs for what was asked, told when permission is missing
   */
  public static Optional<Trouble> of(final Reply reply, final String role) {
    return switch (reply) {
      case Reply.Unreached unreached -> Optional.of(named(unreached.cause()));
      case Reply.Lost lost -> Optional.of(named(lost.cause()));
      case Reply.Answered answer -> of(answer, role);
    };
  }

  private static Optional<Trouble> of(final Reply.Answered answer, final String role) {
    return answer.status() / 100 == 2 && answer.body() != null
        ? Optional.empty()
        : Optional.of(named(sign(answer)).needing(role).after(answer.retryAfter()));
  }

  /**
   * @throws IllegalArgumentException when there is none of this code
   */
  public static Trouble named(final String code) {
    final Trouble trouble = TROUBLES.get(code);
    if (trouble == null) {
      throw new IllegalArgumentException("there is no trouble " + code);
    }
    return trouble;
  }

  static Map<String, Trouble> all() {
    return Map.copyOf(TROUBLES);
  }

  private static String sign(final Reply.Answered answer) {
    final String status = Integer.toString(answer.status());
    return Stream.of(
            answer.excType(),
            answer.body() == null ? status + ".other" : "",
            status,
            status.substring(0, 1) + "xx")
        .map(sign -> SIGNS.getProperty(sign, ""))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("refused");
  }

  private static Map<String, Trouble> troubles() {
    final Properties file = read("/frappe/troubles.properties");
    final Map<String, Trouble> troubles = new TreeMap<>();
    file.stringPropertyNames()
        .forEach(code -> troubles.put(code, trouble(code, file.getProperty(code))));
    return troubles;
  }

  private static Trouble trouble(final String code, final String line) {
    final String[] parts = line.split("\\|", 3);
    return new Trouble(
        code, Follows.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[2], null);
  }

  private static Properties read(final String name) {
    final Properties file = new Properties();
    try (var stream = Objects.requireNonNull(Troubles.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return file;
  }
}
