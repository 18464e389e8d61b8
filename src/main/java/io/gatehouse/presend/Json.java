package io.gatehouse.presend;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.gatehouse.base.Problem;
import io.gatehouse.detection.FindingClass;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bytes to JSON and back, the same for a line of a file and for the body of a request. */
final class Json {

  static final JsonNode NOTHING = NullNode.getInstance();

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(Include.NON_NULL)
          .addModule(new SimpleModule().addSerializer(new ClassNames()))
          .build();

  /** Halves of surrogate pairs: no UTF-8 has them, so they leave as the escapes they came as. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private Json() {}

  /** The engine's types carry no annotation. */
  private static final class ClassNames extends StdSerializer<FindingClass> {

    private static final long serialVersionUID = 1L;

    ClassNames() {
      super(FindingClass.class);
    }

    @Override
    public void serialize(
        final FindingClass type, final JsonGenerator out, final SerializerProvider context)
        throws IOException {
      out.writeString(type.wire());
    }
  }

  /**
   * @throws Problem 400 when the bytes are no UTF-8, no JSON or no object; tells where, and never
   *     repeats what stands there
   */
  static JsonNode object(final byte[] bytes) {
    final JsonNode node = parse(text(bytes));
    if (!node.isObject()) {
      throw Problem.badRequest("not_an_object", "A JSON object is expected.");
    }
    return node;
  }

  static String write(final Object value) {
    try {
      final String json = MAPPER.writeValueAsString(value);
      return LONE_SURROGATE
          .matcher(json)
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
}
