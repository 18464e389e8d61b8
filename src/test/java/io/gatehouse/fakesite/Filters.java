package io.gatehouse.fakesite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A list as {@code GET /api/resource/<DocType>} answers it. */
final class Filters {

  /** Frappe's own when no length is given. */
  private static final String PAGE = "20";

  private Filters() {}

  static List<ObjectNode> page(final List<ObjectNode> all, final Map<String, String> query) {
    final List<Predicate<ObjectNode>> filters = filters(query.getOrDefault("filters", "[]"));
    final int length = Integer.parseInt(query.getOrDefault("limit_page_length", PAGE));
    return all.stream()
        .filter(one -> filters.stream().allMatch(filter -> filter.test(one)))
        .sorted(order(query.getOrDefault("order_by", "modified desc")))
        .skip(Integer.parseInt(query.getOrDefault("limit_start", "0")))
        .limit(length == 0 ? Integer.MAX_VALUE : length)
        .map(one -> chosen(one, query.getOrDefault("fields", "[\"name\"]")))
        .toList();
  }

  private static ObjectNode chosen(final ObjectNode document, final String fields) {
    final List<String> names = new ArrayList<>();
    Json.read(fields).forEach(field -> names.add(field.asText()));
    final ObjectNode chosen = document.deepCopy();
    if (!names.contains("*")) {
      chosen.retain(names);
      names.stream().filter(name -> !chosen.has(name)).forEach(chosen::putNull);
    }
    return chosen;
  }

  private static List<Predicate<ObjectNode>> filters(final String json) {
    final JsonNode read = Json.read(json);
    final List<Predicate<ObjectNode>> filters = new ArrayList<>();
    if (read.isObject()) {
      read.properties().forEach(one -> filters.add(filter(one.getKey(), "=", one.getValue())));
    } else {
      read.forEach(one -> filters.add(filter(one)));
    }
    return filters;
  }

  /** {@code [field, operator, value]}, or the same after the type of document. */
  private static Predicate<ObjectNode> filter(final JsonNode one) {
    final int first = one.size() - 3;
    return filter(one.get(first).asText(), one.get(first + 1).asText(), one.get(first + 2));
  }

  private static Predicate<ObjectNode> filter(
      final String field, final String operator, final JsonNode value) {
    return document -> {
      final String has = text(document.get(field));
      return switch (operator) {
        case "=" -> has.equalsIgnoreCase(text(value));
        case "!=" -> !has.equalsIgnoreCase(text(value));
        case ">" -> has.compareTo(text(value)) > 0;
        case ">=" -> has.compareTo(text(value)) >= 0;
        case "<" -> has.compareTo(text(value)) < 0;
        case "<=" -> has.compareTo(text(value)) <= 0;
        case "like" -> like(text(value)).matcher(has).matches();
        case "in" -> among(value, has);
        case "not in" -> !among(value, has);
        default -> throw Refusal.invalid("ValidationError");
      };
    };
  }

  private static boolean among(final JsonNode values, final String has) {
    for (final JsonNode value : values) {
      if (text(value).equalsIgnoreCase(has)) {
        return true;
      }
    }
    return false;
  }

  private static Pattern like(final String pattern) {
    final String regex = Pattern.quote(pattern).replace("%", "\\E.*\\Q");
    return Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  }

  private static String text(final JsonNode value) {
    return value == null || value.isNull() ? "" : value.asText();
  }

  private static Comparator<ObjectNode> order(final String order) {
    Comparator<ObjectNode> comparator = Comparator.comparing(one -> 0);
    for (final String part : order.replace("`", "").split(",", -1)) {
      final String[] words = part.strip().split("\\s+", -1);
      final String field = words[0].substring(words[0].lastIndexOf('.') + 1);
      final Comparator<ObjectNode> by = Comparator.comparing(one -> text(one.get(field)));
      comparator =
          comparator.thenComparing(
              words.length > 1 && words[1].equalsIgnoreCase("desc") ? by.reversed() : by);
    }
    return comparator;
  }
}
