package io.gatehouse.explanation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** Why a candidate was rejected; its sentence lies in {@code explanation/causes.properties}. */
public enum Cause {
  /** Its shape, or a word beside it, says that it is something else. */
  LOOKALIKE,
  BELOW_THRESHOLD,
  /** The phrases that excuse outweigh those that offer. */
  EXCUSED,
  LISTED,
  SPEAKS_OF_LISTED,
  ASKED_FOR,
  QUOTED,
  FOOTER,
  /** Phrases said it, but the sentence as a whole reads honest. */
  READS_HONEST;

  private static final Properties SENTENCES = read();

  /** The name used in JSON. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sentence() {
    return SENTENCES.getProperty(wire(), wire());
  }

  private static Properties read() {
    final String file = "/explanation/causes.properties";
    try (InputStream in = Cause.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing data file " + file);
      }
      final var sentences = new Properties();
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return sentences;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
