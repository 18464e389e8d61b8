package io.gatehouse.json;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.gatehouse.base.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Bytes to JSON and back, the same for a frame, a line of a file and the body of a request. What
 * reads otherwise in another parser is refused, not guessed.
 */
public final class Json {

  /** A null, for what is shown although it is not there. */
  public static final JsonNode NOTHING = NullNode.getInstance();

  /** A request is two objects deep; what we do not know may be a little deeper. */
  private static final int DEEPEST = 32;

  private static final JsonMapper MAPPER = mapper();

  /** Halves of surrogate pairs: no UTF-8 has them, so they leave as the escapes they came as. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private Json() {}

  /**
   * @throws Problem 400 when the bytes are no UTF-8, no JSON, not a single object, too deep, or
   *     name a member twice; tells where, and never repeats what stands there
   */
  public static JsonNode object(final byte[] bytes) {
    final JsonNode node = parse(text(bytes));
    if (node instanceof MissingNode) {
      throw Problem.badRequest("empty", "A JSON object is expected; this is empty.");
    }
    if (!node.isObject()) {
      throw Problem.badRequest("not_an_object", "A JSON object is expected.");
    }
    return node;
  }

  /** In snake_case, without what is null. */
  public static String write(final Object value) {
    try {
      return LONE_SURROGATE
          .matcher(MAPPER.writeValueAsString(value))
          .replaceAll(half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
    } catch (final JsonProcessingException unwritable) {
      throw new IllegalStateException("an answer must be writable", unwritable);
    }
  }

  private static JsonNode parse(final String text) {
    try {
      return MAPPER.readTree(text);
    } catch (final JsonProcessingException broken) {
      final var location = broken.getLocation();
      throw Problem.badRequest(
          "malformed_json",
          location == null
              ? "This is not valid JSON."
              : "This is not valid JSON at column " + location.getColumnNr() + ".");
    }
  }

  private static String text(final byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (final CharacterCodingException notUtf8) {
      throw Problem.badRequest("invalid_utf8", "The text is not valid UTF-8.");
    }
  }

  private static JsonMapper mapper() {
    final JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(Include.NON_NULL)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100).build());
    return mapper;
  }
}
