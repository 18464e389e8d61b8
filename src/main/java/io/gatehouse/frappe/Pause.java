package io.gatehouse.frappe;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long an answer asks to wait: {@code Retry-After} in seconds or as a date (RFC 9110 §10.2.3),
 * or else Frappe's {@code X-RateLimit-Reset} in seconds (frappe/rate_limiter.py).
 */
final class Pause {

  /** Nobody is to be put off for days by a header. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private Pause() {}

  static Optional<Duration> asked(final HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .flatMap(value -> seconds(value).or(() -> until(value, headers)))
        .or(() -> headers.firstValue("X-RateLimit-Reset").flatMap(Pause::seconds))
        .filter(Duration::isPositive)
        .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
  }

  private static Optional<Duration> seconds(final String value) {
    return value.matches("[0-9]{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
        : Optional.empty();
  }

  /** Counted from the answer's own date: whose clock is right does not matter then. */
  private static Optional<Duration> until(final String value, final HttpHeaders headers) {
    return headers
        .firstValue("Date")
        .flatMap(Pause::date)
        .flatMap(now -> date(value).map(then -> Duration.between(now, then)));
  }

  private static Optional<ZonedDateTime> date(final String value) {
    try {
      return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (final DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
