package io.gatehouse.json;

import io.gatehouse.base.Problem;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a JSON document that is being read. What is wrong with it is noted with its place, and
 * reading goes on as if it were missing, so that one answer tells everything. A null is a missing
 * part.
 *
 * @param path where it stands, as a JSON pointer (RFC 6901)
 * @param violations of the whole document
 */
public record Part(String path, @Nullable JsonNode node, List<Violation> violations) {

  /** Something wrong at a place. */
  public record Violation(String path, String message) {}

  public static Part whole(final JsonNode document) {
    return new Part("", document, new ArrayList<>());
  }

  public void refuse(final String message) {
    violations.add(new Violation(path, message));
  }

  /**
   * @throws Problem 400 with all that is wrong, when anything is
   */
  public static void demandNone(final List<Violation> violations) {
    if (!violations.isEmpty()) {
      final List<Map<String, String>> errors =
          violations.stream()
              .map(wrong -> Map.of("path", wrong.path(), "message", wrong.message()))
              .toList();
      throw Problem.badRequest("document_invalid", "The document has faults; errors names them.")
          .with("errors", errors);
    }
  }

  /** Refuses every field of an object other than these. */
  public Part only(final Set<String> names) {
    members(Integer.MAX_VALUE)
        .forEach(
            (name, member) -> {
              if (!names.contains(name)) {
                member.refuse("there is no such field");
              }
            });
    return this;
  }

  public boolean missing() {
    return node == null || node.isNull();
  }

  /** Refuses its absence. */
  public Part needed() {
    if (missing()) {
      refuse("must not be missing");
    }
    return this;
  }

  public Part at(final String name) {
    return child(name, node == null || !node.isObject() ? null : node.get(name));
  }

  /** What an object holds under names of the writer's choice. */
  public Map<String, Part> members(final int most) {
    final Map<String, Part> members = new LinkedHashMap<>();
    as(JsonNode::isObject, "an object")
        .ifPresent(
            object ->
                object
                    .entries()
                    .forEach(e -> members.put(e.getKey(), child(e.getKey(), e.getValue()))));
    return bounded(members.size(), most) ? members : Map.of();
  }

  public List<Part> items(final int most) {
    final List<Part> items = new ArrayList<>();
    as(JsonNode::isArray, "a list")
        .ifPresent(
            array ->
                array
                    .values()
                    .forEach(item -> items.add(child(String.valueOf(items.size()), item))));
    return bounded(items.size(), most) ? items : List.of();
  }

  /**
   * @param expected completes "must be …"
   */
  public Optional<String> text(final Predicate<String> form, final String expected) {
    return as(JsonNode::isString, expected)
        .map(JsonNode::getStringValue)
        .filter(text -> accept(storable(text) && form.test(text), expected));
  }

  /** A name or the like. */
  public Optional<String> line(final int longest) {
    return text(
        line -> !line.isBlank() && line.length() <= longest && line.indexOf('\n') < 0,
        "one line of at most " + longest + " characters");
  }

  /** One of the names that values go by. */
  public <T> Optional<T> oneOf(final T[] values, final Function<T, String> name) {
    final Map<String, T> byName = new LinkedHashMap<>();
    for (final T value : values) {
      byName.put(name.apply(value), value);
    }
    return text(byName::containsKey, "one of " + byName.keySet()).map(byName::get);
  }

  public Optional<Double> number(final double least, final double most) {
    final String expected = "a number from " + least + " to " + most;
    return as(JsonNode::isNumber, expected)
        .map(number -> number.getNumberValue().doubleValue())
        .filter(value -> accept(value >= least && value <= most, expected));
  }

  public Optional<Integer> integer(final int least, final int most) {
    final String expected = "a whole number from " + least + " to " + most;
    return as(JsonNode::isNumber, expected)
        .map(number -> number.getNumberValue().doubleValue())
        .filter(v -> accept(v >= least && v <= most && v == Math.rint(v), expected))
        .map(Double::intValue);
  }

  public Optional<Boolean> flag() {
    return as(JsonNode::isBoolean, "true or false").map(JsonNode::getBooleanValue);
  }

  private Optional<JsonNode> as(final Predicate<JsonNode> kind, final String expected) {
    return Optional.ofNullable(node)
        .filter(given -> !given.isNull())
        .filter(given -> accept(kind.test(given), expected));
  }

  private Part child(final String name, final @Nullable JsonNode value) {
    final String token = name.replace("~", "~0").replace("/", "~1");
    return new Part(path + "/" + token, value, violations);
  }

  private boolean bounded(final int size, final int most) {
    return accept(size <= most, "at most " + most + " long");
  }

  private boolean accept(final boolean good, final String expected) {
    if (!good) {
      refuse("must be " + expected);
    }
    return good;
  }

  /** PostgreSQL stores neither NUL nor half a surrogate pair; other controls have no use here. */
  private static boolean storable(final String text) {
    return text.codePoints().allMatch(c -> c == '\n' || isShown(c));
  }

  private static boolean isShown(final int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }
}
