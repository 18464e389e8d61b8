package io.gatehouse.wiring;

import io.gatehouse.base.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What is said about a status that the framework chose; see status-texts.properties. */
@Singleton
final class StatusTexts {

  private final Properties texts = new Properties();

  StatusTexts() {
    try (InputStream file =
        Objects.requireNonNull(StatusTexts.class.getResourceAsStream("/status-texts.properties"))) {
      texts.load(file);
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Problem problem(final int status) {
    return new Problem(
        status,
        texts.getProperty(status + ".code", "refused"),
        texts.getProperty(status + ".detail", "The request was refused."));
  }
}
