package io.gatehouse.sending;

import io.gatehouse.base.Problem;
import io.gatehouse.frappe.StrictJson;
import io.gatehouse.web.RawBody;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.json.tree.JsonNode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request says, wherever it says it: in the query, a form, or a JSON object. */
final class Parameters {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Parameters() {}

  /**
   * @throws Problem 400 when something cannot be read, 415 when it is neither a form nor JSON
   */
  static Parameters of(final ServerHttpRequest<?> request) {
    final var parameters = new Parameters();
    Optional.ofNullable(request.getUri().getRawQuery()).ifPresent(parameters::addForm);
    final byte[] body = RawBody.of(request);
    if (body.length > 0) {
      parameters.addBody(request.getContentType().map(MediaType::getName).orElse(""), body);
    }
    return parameters;
  }

  /** What is given under the first of these names that is there at all. */
  List<String> any(final List<String> names) {
    return names.stream()
        .filter(values::containsKey)
        .findFirst()
        .map(name -> values.getOrDefault(name, List.of()))
        .orElse(List.of());
  }

  private void addBody(final String type, final byte[] body) {
    if (type.contains("json")) {
      addJson(StrictJson.object(body));
    } else if (type.contains("form-urlencoded")) {
      addForm(new String(body, StandardCharsets.ISO_8859_1));
    } else {
      throw new Problem(415, "media_type", "Send a form or JSON. Nothing was sent.");
    }
  }

  private void addForm(final String encoded) {
    for (final String pair : encoded.split("&", -1)) {
      final String[] parts = pair.split("=", 2);
      if (!pair.isEmpty()) {
        add(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
  }

  private void addJson(final JsonNode object) {
    object
        .entries()
        .forEach(
            member -> {
              if (member.getValue().isArray()) {
                member.getValue().values().forEach(item -> add(member.getKey(), text(item)));
              } else if (!member.getValue().isNull()) {
                add(member.getKey(), text(member.getValue()));
              }
            });
  }

  private void add(final String name, final String value) {
    values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
  }

  private static String text(final JsonNode value) {
    if (!value.isString() && !value.isNumber()) {
      throw Problem.badRequest("parameter", "Parameters are texts, numbers or lists of them.");
    }
    return value.coerceStringValue();
  }

  private static String decoded(final String encoded) {
    try {
      final byte[] octets =
          URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (final CharacterCodingException | IllegalArgumentException broken) {
      throw Problem.badRequest("form", "Parameters must be URL-encoded UTF-8.");
    }
  }
}
