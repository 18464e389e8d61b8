package io.gatehouse.installing;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a site has a value. Frappe does not tell null, "", 0 and false apart (a Check that was
 * never set is null, a text that was emptied is either), keeps its own fields in child rows, and
 * turns line ends and blanks at the ends of texts.
 */
final class Alike {

  private Alike() {}

  static boolean same(final @Nullable Object wanted, final @Nullable JsonNode now) {
    return switch (wanted) {
      case List<?> rows -> now != null && now.isArray() && sameRows(rows, rows(now));
      case Map<?, ?> object -> now != null && now.isObject() && sameFields(object, now);
      case null -> text(now).isEmpty();
      default -> text(wanted).equals(text(now));
    };
  }

  private static boolean sameRows(final List<?> wanted, final List<JsonNode> now) {
    if (wanted.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!same(wanted.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameFields(final Map<?, ?> wanted, final JsonNode now) {
    return wanted.entrySet().stream()
        .allMatch(value -> same(value.getValue(), now.get(String.valueOf(value.getKey()))));
  }

  private static List<JsonNode> rows(final JsonNode list) {
    final List<JsonNode> rows = new ArrayList<>();
    list.values().forEach(rows::add);
    return rows;
  }

  private static String text(final Object wanted) {
    final String text = String.valueOf(wanted).replace("\r\n", "\n").strip();
    return text.equals("0") || text.equals("false") ? "" : text;
  }

  private static String text(final @Nullable JsonNode now) {
    if (now == null || now.isNull()) {
      return "";
    }
    if (now.isBoolean()) {
      return now.getBooleanValue() ? "1" : "";
    }
    return text(now.isNumber() ? now.getNumberValue() : now.getStringValue());
  }
}
