package io.gatehouse.fakesite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON, read and written without the gateway's code. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode node(final @Nullable Object value) {
    return MAPPER.valueToTree(value);
  }

  static JsonNode read(final String text) {
    try {
      return MAPPER.readTree(text);
    } catch (final JsonProcessingException broken) {
      throw Refusal.invalid("ValidationError");
    }
  }

  static Map<String, Object> map(final String text) {
    return MAPPER.convertValue(read(text), new TypeReference<>() {});
  }

  static String write(final Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (final JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
