package io.gatehouse.installing;

import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A document as the site should have it.
 *
 * @param what it is called in the report
 * @param values compared with what the site has; other fields of the document are the site's
 * @param identity written only when the document is made: its name, where it may have one
 * @param unread written along with the values, for they cannot be read: secrets
 * @param frozen fields that Frappe does not let anybody change once they are set
 * @param find how the site's own is found
 */
record Desired(
    String what,
    String doctype,
    Map<String, Object> values,
    Map<String, Object> identity,
    Map<String, Object> unread,
    List<String> frozen,
    Function<Desk, Optional<JsonNode>> find) {

  /** The fields whose values are others. */
  List<String> differences(final JsonNode now) {
    return values.entrySet().stream()
        .filter(value -> !Alike.same(value.getValue(), now.get(value.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  boolean mustBeMadeAnew(final List<String> differences) {
    return differences.stream().anyMatch(frozen::contains);
  }

  /** The whole document. */
  Map<String, Object> whole() {
    final Map<String, Object> all = new LinkedHashMap<>(identity);
    all.putAll(values);
    all.putAll(unread);
    return all;
  }

  /** What of a document that is there may be changed. */
  Map<String, Object> changes() {
    final Map<String, Object> changes = new LinkedHashMap<>(values);
    changes.putAll(unread);
    frozen.forEach(changes::remove);
    return changes;
  }

  static Stream<String> text(final JsonNode object, final String field) {
    final JsonNode value = object.get(field);
    return value != null && value.isString() ? Stream.of(value.getStringValue()) : Stream.empty();
  }
}
