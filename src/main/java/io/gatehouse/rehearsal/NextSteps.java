package io.gatehouse.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Three commands for the reader's own hands, with what this run has made filled in. */
final class NextSteps {

  private static final String TEXT = "/rehearsal/next-steps.txt";

  private NextSteps() {}

  static String after(final List<Outcome> outcomes, final URI server, final Secret key)
      throws IOException {
    return text()
        .replace("{url}", server.toString())
        .replace("{key}", key.reveal())
        .replace("{event}", withheld(outcomes));
  }

  /** A text message that waits for its owner's word. */
  private static String withheld(final List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.events().stream())
        .filter(event -> event.path("state").asText().equals("withheld"))
        .map((final JsonNode event) -> event.path("id").asText())
        .findFirst()
        .orElse("EVENT");
  }

  private static String text() throws IOException {
    try (InputStream file = Objects.requireNonNull(NextSteps.class.getResourceAsStream(TEXT))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
