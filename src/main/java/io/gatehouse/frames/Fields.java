package io.gatehouse.frames;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Problem;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The members of a JSON object, read strictly: what has another type than it should is refused by
 * name. Unknown members are left alone, and null stands for an absent one.
 *
 * @param path how the object is called in a refusal, empty or ending with a dot
 */
record Fields(JsonNode object, String path) {

  /** As long as a name of ours may be in the index that keeps it. */
  private static final int LONGEST_NAME = 200;

  Fields object(final String name) {
    final JsonNode node = member(name).orElseThrow(() -> missing(name));
    if (!node.isObject()) {
      throw refused(name, "an object");
    }
    return new Fields(node, path + name + ".");
  }

  Optional<JsonNode> member(final String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  Optional<String> text(final String name) {
    return read(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
  }

  Optional<Boolean> flag(final String name) {
    return read(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
  }

  /** The application's name for something: a line of text, or a whole number as many have them. */
  Optional<String> name(final String name) {
    final String expected = "a string of 1 to " + LONGEST_NAME + " characters, or a whole number";
    final Optional<String> given =
        read(name, node -> node.isTextual() || node.isIntegralNumber(), expected)
            .map(JsonNode::asText);
    if (given.isPresent() && !isName(given.get())) {
      throw refused(name, expected);
    }
    return given;
  }

  String neededName(final String name) {
    return name(name).orElseThrow(() -> missing(name));
  }

  /** A number within limits, such as degrees. */
  Optional<Double> number(final String name, final double least, final double most) {
    final String expected = "a number from " + (long) least + " to " + (long) most;
    return read(
            name,
            node -> node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most,
            expected)
        .map(JsonNode::doubleValue);
  }

  Problem missing(final String name) {
    return Problem.badRequest("missing_field", path + name + " is missing.")
        .with("field", path + name);
  }

  Problem refused(final String name, final String expected) {
    return Problem.badRequest("wrong_type", path + name + " must be " + expected + ".")
        .with("field", path + name);
  }

  private Optional<JsonNode> read(
      final String name, final Predicate<JsonNode> kind, final String expected) {
    final Optional<JsonNode> given = member(name);
    if (given.isPresent() && !kind.test(given.get())) {
      throw refused(name, expected);
    }
    return given;
  }

  /** PostgreSQL stores neither NUL nor half a surrogate pair; other controls have no use here. */
  private static boolean isName(final String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.codePoints()
            .allMatch(
                c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
  }
}
