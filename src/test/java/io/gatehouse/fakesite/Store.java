package io.gatehouse.fakesite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The site's documents, each with the fields that Frappe gives to all. */
final class Store {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /** Types whose documents are named by whoever makes them, others by the site. */
  private static final Set<String> NAMED =
      Set.of(
          "Issue Type",
          "Issue Priority",
          "Webhook",
          "Custom Field",
          "User",
          "Contact",
          "Customer",
          "Server Script",
          "System Settings");

  private final Map<String, Map<String, ObjectNode>> documents = new LinkedHashMap<>();
  private final Clock clock;
  private final ZoneId zone;
  private int names;

  Store(final Clock clock, final ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  synchronized void clear() {
    documents.clear();
  }

  synchronized ObjectNode insert(
      final String doctype, final String owner, final Map<String, ?> fields) {
    final ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("doctype", doctype);
    document.put("name", name(doctype, String.valueOf(fields.get("name"))));
    document.put("owner", owner);
    final String now = now();
    document.put("creation", now).put("modified", now).put("modified_by", owner);
    document.put("docstatus", 0).put("idx", 0);
    fields.forEach((field, value) -> put(document, field, value));
    if (all(doctype).putIfAbsent(key(document.get("name").textValue()), document) != null) {
      throw new Refusal(409, "DuplicateEntryError");
    }
    return document.deepCopy();
  }

  private static void put(
      final ObjectNode document, final String field, final @Nullable Object value) {
    if (!field.equals("name") && !field.equals("doctype")) {
      document.set(field, Json.node(value));
    }
  }

  synchronized ObjectNode change(
      final String doctype, final String name, final String by, final Map<String, ?> fields) {
    final ObjectNode document = all(doctype).get(key(name));
    if (document == null) {
      throw Refusal.missing();
    }
    fields.forEach((field, value) -> put(document, field, value));
    document.put("modified", now()).put("modified_by", by);
    return document.deepCopy();
  }

  synchronized Optional<ObjectNode> find(final String doctype, final String name) {
    return Optional.ofNullable(all(doctype).get(key(name))).map(ObjectNode::deepCopy);
  }

  synchronized boolean remove(final String doctype, final String name) {
    return all(doctype).remove(key(name)) != null;
  }

  synchronized List<ObjectNode> list(final String doctype) {
    return all(doctype).values().stream().map(ObjectNode::deepCopy).toList();
  }

  synchronized boolean has(final String doctype, final String field, final JsonNode value) {
    return all(doctype).values().stream().anyMatch(one -> value.equals(one.get(field)));
  }

  String now() {
    return STAMP.format(LocalDateTime.ofInstant(clock.instant(), zone));
  }

  private Map<String, ObjectNode> all(final String doctype) {
    return documents.computeIfAbsent(doctype, first -> new LinkedHashMap<>());
  }

  /** MariaDB compares names without regard to case. */
  private static String key(final String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A random name of a client's own is thrown away. */
  private String name(final String doctype, final String given) {
    if (NAMED.contains(doctype)) {
      if (given.equals("null")) {
        throw Refusal.invalid("MandatoryError");
      }
      return given;
    }
    names++;
    return doctype.equals("Issue")
        ? "ISS-%d-%05d".formatted(LocalDateTime.now(clock.withZone(zone)).getYear(), names)
        : "%010x".formatted(names * 7_919L + 0x1000000000L);
  }
}
