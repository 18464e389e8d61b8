package io.gatehouse.rehearsal;

import io.gatehouse.base.Secret;
import io.gatehouse.fixture.LetterWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the gateway's providers sign with: as it was given to it, or as it made it for itself. */
final class KeptSecrets {

  private static final String FILE = "secrets.properties";

  private KeptSecrets() {}

  /**
   * @param variables of the environment, which go before the file
   * @param data the gateway's data directory
   * @throws Gateway.Unreachable when one of the two is in neither place
   */
  static LetterWriter.Secrets read(final Map<String, String> variables, final Path data)
      throws IOException {
    final Properties kept = kept(data.resolve(FILE));
    return new LetterWriter.Secrets(
        // Of several tokens, while rotating, the first signs.
        new Secret(secret("TWILIO_AUTH_TOKEN", variables, kept, data).split(",")[0].strip()),
        new Secret(secret("ERPNEXT_WEBHOOK_SECRET", variables, kept, data)));
  }

  private static Properties kept(final Path file) throws IOException {
    final var kept = new Properties();
    if (Files.isReadable(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    return kept;
  }

  private static String secret(
      final String name,
      final Map<String, String> variables,
      final Properties kept,
      final Path data) {
    return Optional.ofNullable(variables.get(name))
        .or(() -> Optional.ofNullable(kept.getProperty(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new Gateway.Unreachable(
                    name
                        + " is neither set nor in "
                        + data.resolve(FILE)
                        + ": set it as the gateway has it, or give its --data directory."));
  }
}
