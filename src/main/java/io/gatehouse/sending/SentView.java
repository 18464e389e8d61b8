package io.gatehouse.sending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.base.Segments;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Finding;
import io.gatehouse.message.CodePoints;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Redaction;
import io.gatehouse.policy.Plan.Delivery;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a text, as its sender sees it.
 *
 * @param state where it is now; of a repeat that may be further than in the first answer
 * @param encoding of what leaves: {@code gsm7} or {@code ucs2}
 * @param segments what the carrier counts and charges
 * @param text a friendly word to whoever wrote it, absent when there is nothing to say
 */
@Serdeable
record SentView(
    UUID id,
    String conversation,
    String channel,
    String from,
    Instant receivedAt,
    String state,
    String decision,
    String step,
    double riskScore,
    List<Found> findings,
    String encoding,
    int segments,
    @Nullable String text) {

  /** A finding; offsets count code points of the text. */
  @Serdeable
  record Found(@JsonProperty("class") String type, int start, int end, String reason) {

    static List<Found> in(final MessageEvent event) {
      final String text = event.content().text();
      return event.verdict().findings().stream().map(finding -> of(finding, text)).toList();
    }

    private static Found of(final Finding finding, final String text) {
      return new Found(
          finding.type().wire(),
          CodePoints.start(finding.span(), text),
          CodePoints.end(finding.span(), text),
          finding.reason());
    }
  }

  static SentView of(
      final MessageEvent event, final Conversation conversation, final @Nullable String text) {
    final Segments segments = Segments.of(leaving(event));
    return new SentView(
        event.id(),
        conversation.externalRef(),
        event.origin().channel().wire(),
        event.origin().sender().role().wire(),
        event.receivedAt(),
        event.state().wire(),
        event.verdict().decision().wire(),
        event.verdict().decision().step().wire(),
        event.verdict().risk(),
        Found.in(event),
        segments.encoding().name().toLowerCase(Locale.ROOT),
        segments.count(),
        text);
  }

  private static String leaving(final MessageEvent event) {
    final String text = event.content().text();
    return event.verdict().decision().plan().delivery() == Delivery.REDACTED
        ? Redaction.mask(text, event.verdict().findings())
        : text;
  }
}
