package io.gatehouse.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a document as RFC 7396 says: what is named is replaced, what is null is taken out. */
final class MergePatch {

  private MergePatch() {}

  static JsonNode apply(final @Nullable JsonNode target, final JsonNode patch) {
    if (!(patch instanceof final ObjectNode changes)) {
      return patch;
    }
    final ObjectNode result =
        target instanceof final ObjectNode old
            ? old.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    changes.properties().forEach(change -> apply(result, change));
    return result;
  }

  private static void apply(final ObjectNode result, final Map.Entry<String, JsonNode> change) {
    final String name = change.getKey();
    if (change.getValue().isNull()) {
      result.remove(name);
    } else {
      result.set(name, apply(result.get(name), change.getValue()));
    }
  }
}
