package io.gatehouse.checkup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Asks a site for nothing but an answer, and when it gave it. */
@Singleton
class SitePing {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER).build();
  private final Clock clock;

  SitePing(final Clock clock) {
    this.clock = clock;
  }

  /**
   * An answer.
   *
   * @param pong whether it is Frappe's
   * @param ahead how far the site's clock is ahead of ours, by its Date header (whole seconds)
   */
  record Answer(int status, boolean pong, Duration took, Optional<Duration> ahead) {}

  /**
   * @throws IOException when there is none
   */
  Answer ping(final URI site) throws IOException {
    final URI address = URI.create(site.toString().replaceAll("/+$", "") + "/api/method/ping");
    final Instant start = clock.instant();
    try {
      final HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .timeout(PATIENCE)
                  .header("Accept", "application/json")
                  .build(),
              BodyHandlers.ofString());
      final Instant end = clock.instant();
      final Duration took = Duration.between(start, end);
      return new Answer(
          answer.statusCode(),
          answer.statusCode() == 200 && answer.body().contains("\"pong\""),
          took,
          answer.headers().firstValue("Date").flatMap(date -> ahead(date, end, took)));
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private static Optional<Duration> ahead(
      final String date, final Instant now, final Duration took) {
    try {
      final Instant said =
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now.minus(took.dividedBy(2)), said));
    } catch (final DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
