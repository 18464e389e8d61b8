package io.gatehouse.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.wording.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Puts a piece of text into a question (S4.12). The text stands between two lines that nobody could
 * know before, so that nothing in it can pretend to stand outside; the answer must repeat another
 * such value that stands nowhere near the text, so that JSON of the text's own is no answer (B54).
 */
final class Questions {

  /** Twice the 64 bits that S4.12 asks for. */
  private static final int RANDOM_BYTES = 16;

  private static final double TEMPERATURE = 0.1;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Template instructions = new Template(text("/model/prompt.txt"));
  private final JsonNode schema = tree("/model/schema.json");
  private final RandomGenerator random;

  /**
   * @param random one that nobody can foresee
   */
  Questions(final RandomGenerator random) {
    this.random = random;
  }

  Question about(final String piece, final String model) {
    final String boundary = absent(piece);
    final String nonce = absent(piece + boundary);
    final ObjectNode body = json.createObjectNode();
    body.put("model", model)
        .put("temperature", TEMPERATURE)
        .put("max_tokens", Question.MOST_TOKENS)
        .put("stream", false);
    body.putArray("messages")
        .add(message("system", filled(Map.of("boundary", boundary, "nonce", nonce))))
        .add(message("user", boundary + '\n' + piece + '\n' + boundary));
    final ObjectNode format = body.putObject("response_format").put("type", "json_schema");
    format
        .putObject("json_schema")
        .put("name", "moderation")
        .put("strict", true)
        .set("schema", schema);
    return new Question(bytes(body), nonce);
  }

  /** A random value that a text does not hold, however unlikely it is that it does. */
  private String absent(final String text) {
    final var bytes = new byte[RANDOM_BYTES];
    String value;
    do {
      random.nextBytes(bytes);
      value = HexFormat.of().formatHex(bytes);
    } while (text.contains(value));
    return value;
  }

  private String filled(final Map<String, String> values) {
    return instructions.fill(name -> Optional.ofNullable(values.get(name)));
  }

  private ObjectNode message(final String role, final String content) {
    return json.createObjectNode().put("role", role).put("content", content);
  }

  private byte[] bytes(final ObjectNode body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private JsonNode tree(final String file) {
    try {
      return json.readTree(text(file));
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(final String file) {
    try (InputStream in = Objects.requireNonNull(Questions.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
