package io.gatehouse.frappe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.gatehouse.base.Problem;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body that must be one JSON object in UTF-8. The framework's own reader would overlook
 * what follows the first value and would guess at other encodings.
 */
public final class StrictJson {

  /** Its standard limits apply: depth 1000, numbers of 1000 digits. */
  private static final JsonFactory JSON = new JsonFactory();

  private StrictJson() {}

  /**
   * @throws Problem 400 saying what is wrong
   */
  public static JsonNode object(final byte[] body) {
    final JsonNode value = value(text(body));
    if (value == null || !value.isObject()) {
      throw Problem.badRequest("not_an_object", "The body must be a JSON object.");
    }
    return value;
  }

  private static @Nullable JsonNode value(final String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return null;
      }
      final JsonNode value = JsonNodeTreeCodec.getInstance().readTree(parser);
      if (parser.nextToken() != null) {
        throw Problem.badRequest("broken_json", "Something follows the JSON object.");
      }
      return value;
    } catch (final IOException broken) {
      throw Problem.badRequest("broken_json", "The body is not valid JSON.");
    }
  }

  private static String text(final byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (final CharacterCodingException broken) {
      throw Problem.badRequest("broken_utf8", "The body is not valid UTF-8.");
    }
  }
}
