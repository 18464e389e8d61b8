package io.gatehouse.stream;

import io.gatehouse.feed.Item;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An item as fields of a stream's entry, which are texts: what is more than one value, such as
 * S3.16's {@code intercept_result}, is JSON.
 */
@Singleton
class Fields {

  /** The item's own; the same when it is handed over again. */
  static final String ID = "id";

  private final ObjectMapper json;

  Fields(final ObjectMapper json) {
    this.json = json;
  }

  Map<String, String> of(final Item item) {
    final Map<String, String> fields = new LinkedHashMap<>();
    fields.put(ID, item.id().toString());
    fields.put("type", item.type());
    fields.put("organization", item.organization().value());
    item.body().forEach((name, value) -> fields.putIfAbsent(name, text(value)));
    return fields;
  }

  private String text(final Object value) {
    if (!(value instanceof Map || value instanceof Collection)) {
      return value.toString();
    }
    try {
      return json.writeValueAsString(value);
    } catch (final IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
