package io.gatehouse.carrier;

import io.gatehouse.effects.Outcome;
import io.gatehouse.relay.SmsCarrier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What Twilio's refusals mean; they stand in {@code twilio/error-codes.properties}. */
@Singleton
class ErrorCodes {

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

  /**
   * The outcome of a request that was answered with 4xx, by which nothing was sent. Twilio's own
   * sentence is not used: it quotes numbers.
   *
   * @param code Twilio's, or the HTTP status when there was none
   * @param after how long Twilio asked to wait
   */
  Outcome outcome(final int code, final @Nullable Duration after) {
    final String[] entry = codes.getProperty(Integer.toString(code), UNLISTED).split(" ", 2);
    final String reason = entry[1] + " (Twilio " + code + ")";
    return switch (entry[0]) {
      case "later" -> new Outcome.Later(Integer.toString(code), reason, after);
      case "opted_out" -> new Outcome.Refused(SmsCarrier.OPTED_OUT, reason);
      case "permanent", "config" -> new Outcome.Refused(Integer.toString(code), reason);
      default -> throw new IllegalStateException("unknown class of code " + code);
    };
  }
}
