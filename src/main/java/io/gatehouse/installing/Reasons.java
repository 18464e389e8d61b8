package io.gatehouse.installing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;

/** Sentences for the person who sets the site up, from {@code installing/reasons.properties}. */
final class Reasons {

  private static final Properties TEXTS = read("/installing/reasons.properties");

  private Reasons() {}

  static String text(final String name, final Object... values) {
    final String pattern = TEXTS.getProperty(name);
    return MessageFormat.format(Objects.requireNonNull(pattern, name), values);
  }

  private static Properties read(final String file) {
    final var texts = new Properties();
    try (var stream = Objects.requireNonNull(Reasons.class.getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
