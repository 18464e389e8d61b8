package io.gatehouse.installing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The documents a site needs, from the files in {@code erpnext/}. */
final class Shipped {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIELDS = "fields";

  /** As many as there are pauses in Frappe's own schedule, where it has one. */
  static final int RETRIES = 6;

  private Shipped() {}

  static List<Map<String, Object>> types() {
    return documents("types.json");
  }

  static List<Map<String, Object>> customFields() {
    return documents("custom-fields.json");
  }

  static List<Map<String, Object>> roles() {
    return documents("roles.json");
  }

  /**
   * All but their secret.
   *
   * @param url what they shall call
   */
  static List<Map<String, Object>> webhooks(final String url) {
    return documents("webhooks.json").stream().map(one -> webhook(one, url)).toList();
  }

  private static Map<String, Object> webhook(final Map<String, Object> one, final String url) {
    final Map<String, Object> webhook = new LinkedHashMap<>(one);
    final List<?> fields = (List<?>) Objects.requireNonNull(webhook.remove(FIELDS), FIELDS);
    webhook.putAll(read("webhook.json", new TypeReference<Map<String, Object>>() {}));
    webhook.put("request_url", url);
    webhook.put("webhook_json", template(fields));
    return webhook;
  }

  /**
   * Jinja that makes JSON whatever the values hold: without quotes of its own, which a message
   * would end. A field that the site does not have is null; one whose name begins with an
   * underscore the sandbox would refuse, and with it the whole delivery.
   */
  private static String template(final List<?> fields) {
    return fields.stream()
        .map(field -> "  \"%1$s\": {{ doc.%1$s | tojson }}".formatted(field))
        .collect(Collectors.joining(",\n", "{\n", "\n}"));
  }

  private static List<Map<String, Object>> documents(final String file) {
    return read(file, new TypeReference<List<Map<String, Object>>>() {});
  }

  private static <T> T read(final String file, final TypeReference<T> type) {
    final String path = "/erpnext/" + file;
    try (var stream = Objects.requireNonNull(Shipped.class.getResourceAsStream(path), path)) {
      return JSON.readValue(stream, type);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
