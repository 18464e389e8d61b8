package io.gatehouse.carrier;

import io.gatehouse.delivery.ErrorClasses;
import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsCarrier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What Twilio's errors mean; they stand in {@code twilio/error-codes.properties}. */
@Singleton
class ErrorCodes implements ErrorClasses {

  private static final String FILE = "/twilio/error-codes.properties";
  private static final String UNLISTED = "permanent Twilio refused the message with this code.";

  private final Properties codes = new Properties();

  ErrorCodes() {
    try (var file = Objects.requireNonNull(ErrorCodes.class.getResourceAsStream(FILE), FILE)) {
      codes.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public ErrorClass of(final String code) {
    return ErrorClass.valueOf(entry(code)[0].toUpperCase(Locale.ROOT));
  }

  @Override
  public String reason(final String code) {
    return entry(code)[1] + " (Twilio " + code + ")";
  }

  /**
   * The outcome of a request that was answered with 4xx, by which nothing was sent. Twilio's own
   * sentence is not used: it quotes numbers.
   *
   * @param code Twilio's, or the HTTP status when there was none
   * @param attempt 1 for the first
   * @param after how long Twilio asked to wait
   */
  Outcome outcome(final String code, final int attempt, final @Nullable Duration after) {
    return switch (of(code)) {
      case LATER -> new Outcome.Later(code, reason(code), after);
      case ONCE ->
          attempt == 1
              ? new Outcome.Later(code, reason(code), after)
              : new Outcome.Refused(code, reason(code));
      case RECONCILE -> new Outcome.Unknown(reason(code));
      case CONFIG -> new Outcome.Stopped(code, reason(code));
      case OPTED_OUT -> new Outcome.Refused(SmsCarrier.OPTED_OUT, reason(code));
      case PERMANENT -> new Outcome.Refused(code, reason(code));
    };
  }

  private String[] entry(final String code) {
    return codes.getProperty(code, UNLISTED).split(" ", 2);
  }
}
