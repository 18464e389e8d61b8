package io.gatehouse.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.security.rules.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes one document of what was generated, what was written by hand and what the router knows. */
final class Completion {

  private static final String SECURITY = "security";
  private static final String FIGURES = "/manage/";

  private final Map<String, List<String>> access;

  /**
   * @param access the roles by route
   */
  Completion(final Map<String, List<String>> access) {
    this.access = access;
  }

  /**
   * @param additions a merge patch (RFC 7396) to what was generated
   */
  ObjectNode of(final JsonNode generated, final JsonNode additions) {
    operations(generated).forEach(operation -> Tidy.operation(operation.description()));
    final ObjectNode document = (ObjectNode) MergePatch.apply(generated, additions);
    final Chapters chapters = new Chapters(document.path(Chapters.NAME));
    chapters.describe(document);
    operations(document).forEach(operation -> complete(operation, chapters));
    document.remove(Chapters.NAME);
    return document;
  }

  static List<Operation> operations(final JsonNode document) {
    final List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey(),
                                    path.getKey(),
                                    (ObjectNode) method.getValue()))));
    return operations;
  }

  private void complete(final Operation operation, final Chapters chapters) {
    final ObjectNode description = operation.description();
    description.put("operationId", operation.id());
    description.putArray("tags").add(chapters.of(operation.path()));
    final ObjectNode responses = description.withObject("/responses");
    if (!responses.has("default")) {
      responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }
    if (!description.has(SECURITY)) {
      secure(description, access.getOrDefault(operation.route(), List.of()));
      limit(operation, responses);
    }
  }

  /** What is asked for with a key may be asked too often; figures are for whoever watches. */
  private static void limit(final Operation operation, final ObjectNode responses) {
    if (!operation.description().path(SECURITY).isEmpty()
        && !operation.path().startsWith(FIGURES)) {
      responses.putObject("429").put("$ref", "#/components/responses/TooMany");
    }
  }

  private static void secure(final ObjectNode description, final List<String> roles) {
    if (roles.equals(List.of(SecurityRule.IS_ANONYMOUS))) {
      description.putArray(SECURITY);
      return;
    }
    description.putArray(SECURITY).addObject().putArray("bearerAuth");
    final String who =
        roles.equals(List.of(SecurityRule.IS_AUTHENTICATED))
            ? "For any key."
            : "For keys with the role " + String.join(" or ", roles) + ".";
    description.put(
        "description", (description.path("description").asText() + "\n\n" + who).strip());
  }
}
