package io.gatehouse.installing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The documents of a site as an administrator sees them, named as its version names them. */
final class FakeDocuments {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<String> SECRET = Set.of("webhook_secret", "api_secret");
  private static final Set<String> ONCE = Set.of("webhook_doctype", "webhook_docevent");

  private final Map<String, Map<String, ObjectNode>> documents = new LinkedHashMap<>();
  private final int version;
  private int made;

  FakeDocuments(final int version) {
    this.version = version;
  }

  /** An answer that is no document. */
  static final class No extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final String excType;

    No(final int status, final String excType) {
      super(excType, null, false, false);
      this.status = status;
      this.excType = excType;
    }
  }

  ObjectNode insert(final String doctype, final JsonNode given) {
    final ObjectNode document = given.deepCopy();
    final String name = name(doctype, document);
    document.put("doctype", doctype).put("name", name).put("idx", 0);
    if (of(doctype).putIfAbsent(key(name), document) != null) {
      throw new No(409, "DuplicateEntryError");
    }
    children(document);
    return document;
  }

  private String name(final String doctype, final ObjectNode document) {
    made++;
    return switch (doctype) {
      case "Webhook" -> version == 14 ? "HOOK-%04d".formatted(made) : needed(document, "name");
      case "Custom Field" -> needed(document, "dt") + "-" + needed(document, "fieldname");
      case "User" -> needed(document, "email");
      case "Comment" -> "%010x".formatted(made);
      default -> needed(document, "name");
    };
  }

  private static String needed(final ObjectNode document, final String field) {
    if (document.path(field).asText().isEmpty()) {
      throw new No(417, "MandatoryError");
    }
    return document.path(field).asText();
  }

  /** Frappe gives child rows names and places of their own. */
  private static void children(final ObjectNode document) {
    document.forEach(
        value -> {
          if (value.isArray()) {
            value.forEach(row -> ((ObjectNode) row).put("name", "row").put("idx", 1));
          }
        });
  }

  ObjectNode get(final String doctype, final String name) {
    final ObjectNode document = of(doctype).get(key(name));
    if (document == null) {
      throw new No(404, "DoesNotExistError");
    }
    return document;
  }

  ObjectNode change(final String doctype, final String name, final JsonNode fields) {
    final ObjectNode document = get(doctype, name);
    for (final String once : ONCE) {
      if (fields.has(once) && !fields.path(once).equals(document.path(once))) {
        throw new No(417, "CannotChangeConstantError");
      }
    }
    document.setAll((ObjectNode) fields.deepCopy());
    children(document);
    return document;
  }

  void delete(final String doctype, final String name) {
    get(doctype, name);
    of(doctype).remove(key(name));
  }

  List<ObjectNode> all(final String doctype) {
    return List.copyOf(of(doctype).values());
  }

  /** As it is told: a secret is as many asterisks. */
  static ObjectNode told(final ObjectNode document) {
    final ObjectNode told = document.deepCopy();
    SECRET.stream()
        .filter(told::has)
        .forEach(field -> told.put(field, "*".repeat(told.path(field).asText().length())));
    return told;
  }

  List<String> names(final String doctype) {
    final List<String> names = new ArrayList<>();
    all(doctype).forEach(document -> names.add(document.path("name").asText()));
    return names;
  }

  private Map<String, ObjectNode> of(final String doctype) {
    return documents.computeIfAbsent(doctype, type -> new LinkedHashMap<>());
  }

  /** MariaDB compares names without regard to case. */
  private static String key(final String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
