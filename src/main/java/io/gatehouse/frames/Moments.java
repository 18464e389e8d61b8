package io.gatehouse.frames;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * Reads when a message was written. S3.4 names no form; ISO 8601 and the milliseconds of JavaScript
 * are both met. A time without an offset counts as UTC.
 */
final class Moments {

  static final String EXPECTED = "an ISO 8601 time or milliseconds since 1970";

  /** Beyond the year 9999 texts of it get another form. */
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Moments() {}

  /** Empty when it is none. */
  static Optional<Instant> read(final JsonNode node) {
    final Optional<Instant> moment = node.isTextual() ? iso(node.textValue()) : millis(node);
    return moment.filter(then -> !then.isBefore(Instant.EPOCH) && then.isBefore(END));
  }

  private static Optional<Instant> millis(final JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? Optional.of(Instant.ofEpochMilli(node.longValue()))
        : Optional.empty();
  }

  private static Optional<Instant> iso(final String text) {
    try {
      final TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof OffsetDateTime moment
              ? moment.toInstant()
              : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
    } catch (final DateTimeException otherwise) {
      return Optional.empty();
    }
  }
}
