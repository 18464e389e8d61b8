package io.gatehouse.carrier;

import io.gatehouse.delivery.Sighting;
import io.micronaut.json.tree.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what Twilio answers about messages; fields that are missing read as empty. */
final class Listing {

  private Listing() {}

  static Optional<List<Sighting>> messages(final JsonNode page) {
    final @Nullable JsonNode messages = page.isObject() ? page.get("messages") : null;
    return messages == null || !messages.isArray()
        ? Optional.empty()
        : Optional.of(
            StreamSupport.stream(messages.values().spliterator(), false)
                .flatMap(Listing::message)
                .toList());
  }

  /** A message without a name is none. */
  static Stream<Sighting> message(final JsonNode message) {
    return !message.isObject() || text(message, "sid").isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Sighting(
                text(message, "sid"),
                text(message, "from"),
                text(message, "to"),
                text(message, "body"),
                text(message, "status"),
                text(message, "error_code"),
                instant(text(message, "date_created")),
                count(text(message, "num_media"))));
  }

  /** Only a path: where the answer came from is where the next one comes from. */
  static Optional<String> next(final JsonNode page) {
    return Optional.of(text(page, "next_page_uri"))
        .filter(path -> path.startsWith("/") && !path.startsWith("//"));
  }

  private static String text(final JsonNode node, final String name) {
    final @Nullable JsonNode value = node.get(name);
    return value == null || value.isNull() || value.isContainerNode()
        ? ""
        : value.coerceStringValue();
  }

  private static Optional<Instant> instant(final String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (final DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  private static int count(final String digits) {
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }
}
