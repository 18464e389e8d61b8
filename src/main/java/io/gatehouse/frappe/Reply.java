package io.gatehouse.frappe;

import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a request to a site. */
public sealed interface Reply {

  /**
   * The site, or what stands before it, answered.
   *
   * @param body the JSON object, or null when it was anything else (a proxy's HTML)
   * @param retryAfter what the site asked for
   */
  record Answered(int status, @Nullable JsonNode body, @Nullable Duration retryAfter)
      implements Reply {

    /** The name of the document created or read; empty when the answer is not a document. */
    public Optional<String> name() {
      return at(body, "data").flatMap(data -> string(data, "name"));
    }

    /** The name of the first document of a list; empty also when the answer is not a list. */
    public Optional<String> firstName() {
      return list().filter(list -> list.size() > 0).flatMap(list -> string(list.get(0), "name"));
    }

    /** The document read. */
    public Optional<JsonNode> document() {
      return at(body, "data").filter(JsonNode::isObject);
    }

    /** The documents of a page; empty also when the answer is no list. */
    public List<JsonNode> documents() {
      final List<JsonNode> documents = new ArrayList<>();
      list().ifPresent(list -> list.values().forEach(documents::add));
      return documents;
    }

    /** What a method returned. */
    public Optional<JsonNode> message() {
      return at(body, "message").filter(value -> !value.isNull());
    }

    public boolean isList() {
      return list().isPresent();
    }

    /** Frappe's exception, the only part of an error that is not translated; "" without one. */
    public String excType() {
      return body == null ? "" : string(body, "exc_type").orElse("");
    }

    private Optional<JsonNode> list() {
      return at(body, "data").filter(JsonNode::isArray);
    }

    private static Optional<JsonNode> at(final @Nullable JsonNode object, final String member) {
      return object == null || !object.isObject()
          ? Optional.empty()
          : Optional.ofNullable(object.get(member));
    }

    private static Optional<String> string(final @Nullable JsonNode object, final String member) {
      return at(object, member).filter(JsonNode::isString).map(JsonNode::getStringValue);
    }
  }

  /**
   * The request certainly did not reach the site.
   *
   * @param cause the code of a {@link Trouble}
   */
  record Unreached(String cause) implements Reply {}

  /**
   * The request may have been carried out, but no answer came.
   *
   * @param cause the code of a {@link Trouble}
   */
  record Lost(String cause) implements Reply {}
}
