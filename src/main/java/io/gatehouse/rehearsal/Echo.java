package io.gatehouse.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.fixture.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a webhook that tells the gateway of its own post: {@code {{reference:erpnext.banner}}} in a
 * member of the document becomes the reference of the effect of that kind which the webhooks before
 * have caused (B14).
 */
final class Echo {

  private static final Pattern REFERENCE = Pattern.compile("\\{\\{reference:([\\w.]+)}}");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Echo() {}

  /**
   * @param seen what has come of the fixture until now
   */
  static Request of(final Request request, final Supplier<Outcome> seen)
      throws InterruptedException {
    if (!(request.json() instanceof final ObjectNode document)) {
      return request;
    }
    final ObjectNode filled = document.deepCopy();
    for (final var member : document.properties()) {
      final Matcher wanted = REFERENCE.matcher(member.getValue().asText());
      if (wanted.find()) {
        final String reference = await(wanted.group(1), seen);
        filled.set(member.getKey(), TextNode.valueOf(wanted.replaceAll(reference)));
      }
    }
    return request.withJson(filled);
  }

  private static String await(final String kind, final Supplier<Outcome> seen)
      throws InterruptedException {
    final long until = System.nanoTime() + PATIENCE.toNanos();
    Optional<String> reference = reference(kind, seen.get());
    while (reference.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(BETWEEN_LOOKS);
      reference = reference(kind, seen.get());
    }
    return reference.orElse("");
  }

  private static Optional<String> reference(final String kind, final Outcome seen) {
    if (seen.effects() == null) {
      return Optional.of("");
    }
    return seen.effects().stream()
        .filter(effect -> effect.path("kind").asText().equals(kind))
        .map((final JsonNode effect) -> effect.path("reference").asText())
        .findFirst();
  }
}
