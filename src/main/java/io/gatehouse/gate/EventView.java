package io.gatehouse.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.detection.Finding;
import io.gatehouse.events.Attempt;
import io.gatehouse.events.OpinionJson;
import io.gatehouse.message.CodePoints;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message event as its owner sees it; offsets count code points of the text.
 *
 * @param truncated whether the text was too long to be read to its end
 * @param moderation absent where it found nothing or is off
 */
@Serdeable
public record EventView(
    UUID id,
    @Nullable UUID conversation,
    String channel,
    String direction,
    String sender,
    Instant receivedAt,
    String handling,
    String decision,
    String step,
    double riskScore,
    int flagCount,
    String state,
    String text,
    boolean truncated,
    List<FindingView> findings,
    Map<String, String> envelope,
    @Nullable Attempt attempt,
    @Nullable OpinionJson moderation) {

  /**
   * A finding.
   *
   * @param setting which part of the message it stands in: body, quote, signature, disclaimer or
   *     footer
   */
  @Serdeable
  public record FindingView(
      @JsonProperty("class") String type,
      int start,
      int end,
      String rule,
      double confidence,
      @Nullable String disguise,
      String reason,
      String setting) {

    static FindingView of(final Finding finding, final String text) {
      return new FindingView(
          finding.type().wire(),
          CodePoints.start(finding.span(), text),
          CodePoints.end(finding.span(), text),
          finding.rule(),
          finding.confidence(),
          finding.disguise(),
          finding.reason(),
          finding.setting().wire());
    }
  }

  static EventView of(final MessageEvent event, final @Nullable Attempt attempt) {
    final String text = event.content().text();
    final Verdict verdict = event.verdict();
    return new EventView(
        event.id(),
        event.conversation(),
        event.origin().channel().wire(),
        event.origin().direction().wire(),
        event.origin().sender().role().wire(),
        event.receivedAt(),
        event.handling().wire(),
        verdict.decision().wire(),
        verdict.decision().step().wire(),
        verdict.risk(),
        verdict.flagCount(),
        event.state().wire(),
        text,
        verdict.truncated(),
        verdict.findings().stream().map(finding -> FindingView.of(finding, text)).toList(),
        event.origin().envelope(),
        attempt,
        verdict.opinion().map(OpinionJson::of).orElse(null));
  }
}
