package io.gatehouse.relay;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/** Tells the carrier's keywords from chat; they stand in {@code relay/opt-out-words.properties}. */
@Singleton
public class Keywords {

  private static final String FILE = "/relay/opt-out-words.properties";
  private static final String IF_STOPPED = "start_if_stopped";

  private final Properties words = new Properties();

  Keywords() {
    try (var file = Objects.requireNonNull(Keywords.class.getResourceAsStream(FILE), FILE)) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Only a whole message is a keyword, blanks around it aside: "STOP please" is chat.
   *
   * @param optedOut asked only about words that mean something else to everybody else
   */
  public Optional<Keyword> in(final String message, final BooleanSupplier optedOut) {
    final String meaning = words.getProperty(message.strip().toUpperCase(Locale.ROOT), "");
    return meaning.equals(IF_STOPPED)
        ? Optional.of(Keyword.START).filter(start -> optedOut.getAsBoolean())
        : Keyword.of(meaning);
  }
}
