package io.gatehouse.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes out what the generator cannot know to be ours: the caller, who comes with the key and not
 * with the request, and descriptions that describe nothing.
 */
final class Tidy {

  private static final String CALLER = "caller";
  private static final Pattern EMPTY_WORDS = Pattern.compile("\\w+ \\d{3} response");

  private Tidy() {}

  static void operation(final ObjectNode operation) {
    if (operation.get("parameters") instanceof final ArrayNode parameters) {
      parameters.removeIf(parameter -> parameter.path("name").asText().equals(CALLER));
    }
    if (operation.get("requestBody") instanceof final ObjectNode body && !hasWithout(body)) {
      operation.remove("requestBody");
    }
    operation.path("responses").forEach(Tidy::response);
  }

  private static void response(final JsonNode response) {
    if (response instanceof final ObjectNode described
        && EMPTY_WORDS.matcher(described.path("description").asText()).matches()) {
      described.put("description", "The answer");
    }
  }

  /** Takes the caller out of a body, and says whether anything is left of it. */
  private static boolean hasWithout(final ObjectNode body) {
    if (body.has("$ref")) {
      return true;
    }
    boolean left = false;
    for (final JsonNode content : body.path("content")) {
      final Optional<JsonNode> schema = without(content.path("schema"));
      schema.ifPresent(rest -> ((ObjectNode) content).set("schema", rest));
      left |= schema.isPresent();
    }
    return left;
  }

  private static Optional<JsonNode> without(final JsonNode schema) {
    if (!(schema instanceof final ObjectNode object)) {
      return Optional.empty();
    }
    if (object.get("required") instanceof final ArrayNode required) {
      required.removeIf(name -> name.asText().equals(CALLER));
    }
    if (object.get("properties") instanceof final ObjectNode properties) {
      properties.remove(CALLER);
      return properties.isEmpty() ? Optional.empty() : Optional.of(object);
    }
    return object.get("allOf") instanceof final ArrayNode parts
        ? joined(object, parts)
        : Optional.of(object);
  }

  private static Optional<JsonNode> joined(final ObjectNode object, final ArrayNode parts) {
    parts.removeIf(part -> without(part).isEmpty());
    return Optional.of(parts.size() == 1 ? parts.get(0) : object);
  }
}
