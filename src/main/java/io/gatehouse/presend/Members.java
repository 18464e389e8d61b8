package io.gatehouse.presend;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object read strictly: what has another type than it should is refused by name, since a
 * silently ignored {@code "html": "false"} would change what is found. Unknown members are left
 * alone, and null stands for an absent one.
 *
 * @param path how the object is called in a refusal, empty or ending with a dot
 */
record Members(JsonNode object, String path) {

  static Members of(final JsonNode node, final String name) {
    if (!node.isObject()) {
      throw refusal(name, "an object");
    }
    return new Members(node, name + ".");
  }

  Optional<String> text(final String name) {
    return member(name).map(value -> textual(value, path + name));
  }

  Optional<Boolean> flag(final String name) {
    return member(name).map(value -> bool(value, path + name));
  }

  Optional<Members> object(final String name) {
    return member(name).map(value -> of(value, path + name));
  }

  Optional<List<Members>> objects(final String name) {
    return member(name).map(value -> elements(value, path + name));
  }

  /** An absent list is an empty one. */
  Set<String> texts(final String name) {
    final var texts = new LinkedHashSet<String>();
    member(name)
        .ifPresent(
            list ->
                list(list, path + name).forEach(e -> texts.add(textual(e, path + name + "[]"))));
    return texts;
  }

  Problem missing(final String name) {
    return Problem.badRequest("missing_field", path + name + " is missing.")
        .with("field", path + name);
  }

  Problem refused(final String name, final String expected) {
    return refusal(path + name, expected);
  }

  private Optional<JsonNode> member(final String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  private static List<Members> elements(final JsonNode value, final String name) {
    final var elements = new ArrayList<Members>();
    for (final JsonNode element : list(value, name)) {
      elements.add(of(element, name + "[" + elements.size() + "]"));
    }
    return elements;
  }

  private static JsonNode list(final JsonNode value, final String name) {
    if (!value.isArray()) {
      throw refusal(name, "a list");
    }
    return value;
  }

  private static String textual(final JsonNode value, final String name) {
    if (!value.isTextual()) {
      throw refusal(name, "a string");
    }
    return value.textValue();
  }

  private static boolean bool(final JsonNode value, final String name) {
    if (!value.isBoolean()) {
      throw refusal(name, "true or false");
    }
    return value.booleanValue();
  }

  private static Problem refusal(final String name, final String expected) {
    return Problem.badRequest("wrong_type", name + " must be " + expected + ".")
        .with("field", name);
  }
}
