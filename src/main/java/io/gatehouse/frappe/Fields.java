package io.gatehouse.frappe;

import io.gatehouse.base.Problem;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object, read by type. Absent and null are the same, as in Frappe's
 * documents; a wrong type is the caller's mistake and named.
 */
public record Fields(JsonNode object) {

  /** Frappe's limit for names and links, and short enough for an index. */
  private static final int LONGEST_NAME = 140;

  /** Frappe's limit for a sender. */
  private static final int LONGEST_ADDRESS = 255;

  /** What PostgreSQL and UTF-8 have no place for: NUL, and a surrogate without its partner. */
  private static final Pattern UNWRITABLE = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

  public boolean has(final String name) {
    return find(name).isPresent();
  }

  /** The text, or "" when there is none; unwritable characters are replaced one for one. */
  public String text(final String name) {
    return find(name).map(value -> string(value, name)).orElse("");
  }

  /**
   * A text short enough to be a document's name.
   *
   * @throws Problem 400 when it is longer than 140 characters
   */
  public String name(final String name) {
    return atMost(LONGEST_NAME, name);
  }

  /** An e-mail address in lower case (B18), also out of {@code Jane Doe <jane@example.org>}. */
  public String address(final String name) {
    final String value = atMost(LONGEST_ADDRESS, name).toLowerCase(Locale.ROOT);
    final int open = value.lastIndexOf('<');
    return open >= 0 && value.endsWith(">") ? value.substring(open + 1, value.length() - 1) : value;
  }

  private String atMost(final int longest, final String name) {
    final String value = text(name).strip();
    if (value.length() > longest) {
      throw wrong(name, "at most " + longest + " characters");
    }
    return value;
  }

  public Set<String> texts(final String name) {
    final Set<String> texts = new LinkedHashSet<>();
    find(name)
        .ifPresent(
            list -> {
              if (!list.isArray()) {
                throw wrong(name, "a list of strings");
              }
              list.values().forEach(item -> texts.add(string(item, name)));
            });
    return texts;
  }

  /** The rows of a child table; what is no row is left out. */
  public List<Fields> rows(final String name) {
    final List<Fields> rows = new ArrayList<>();
    find(name)
        .filter(JsonNode::isArray)
        .ifPresent(table -> table.values().forEach(row -> rows.add(new Fields(row))));
    return rows.stream().filter(row -> row.object().isObject()).toList();
  }

  /** Frappe's Check: 0 or 1, or a JSON boolean. */
  public Optional<Boolean> check(final String name) {
    return find(name)
        .map(
            value -> {
              if (value.isBoolean()) {
                return value.getBooleanValue();
              }
              if (value.isNumber()) {
                return value.getDoubleValue() != 0;
              }
              throw wrong(name, "0 or 1");
            });
  }

  private Optional<JsonNode> find(final String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  private static String string(final JsonNode value, final String field) {
    if (!value.isString()) {
      throw wrong(field, "a string");
    }
    return UNWRITABLE.matcher(value.getStringValue()).replaceAll("\uFFFD");
  }

  public static Problem wrong(final String field, final String expected) {
    return Problem.badRequest(
            "wrong_field", "The field \"" + field + "\" must be " + expected + ".")
        .with("field", field);
  }
}
