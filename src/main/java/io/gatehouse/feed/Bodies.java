package io.gatehouse.feed;

import io.gatehouse.detection.FindingClass;
import io.gatehouse.events.OpinionJson;
import io.gatehouse.settings.FeedSettings;
import io.gatehouse.spoken.Action;
import io.gatehouse.spoken.Labels;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says an entry: in our words for every channel, and for a chat's in S3.16's as well. */
@Singleton
class Bodies {

  private final Sharing sharing;
  private final Clock clock;

  Bodies(final Sharing sharing, final Clock clock) {
    this.sharing = sharing;
    this.clock = clock;
  }

  /**
   * @param text null where it stays here, or is gone
   */
  Map<String, Object> of(
      final EntryRow row, final FeedSettings rules, final @Nullable String text) {
    final Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", row.id().toString());
    body.put("type", row.type());
    body.put("organization", row.organizationId());
    put(body, "conversation", row.conversation());
    put(body, "event_id", row.eventId());
    put(body, "state", row.state());
    if (row.decision() != null) {
      decided(body, row, row.decision());
      spoken(body, row, row.decision());
      sharing.content(row, rules, text).ifPresent(content -> body.put("content", content));
      sharing.position(row, rules).ifPresent(position -> body.put("gps", position));
    }
    if (!row.facts().isEmpty()) {
      body.put("facts", row.facts());
    }
    body.put("at", row.at().toString());
    body.put("emitted_at", clock.instant().toString());
    return body;
  }

  private static void decided(
      final Map<String, Object> body, final EntryRow row, final String decision) {
    put(body, "channel", row.channel());
    put(body, "direction", row.direction());
    put(body, "sender", row.senderRole());
    put(body, "handling", row.handling());
    body.put("decision", decision);
    put(body, "step", row.step());
    put(body, "risk_score", row.risk());
    body.put("classes", words(row.classes()));
    body.put("rules", words(row.rules()));
    put(body, "truncated", row.truncated());
    if (row.moderation() != null) {
      body.put("moderation", moderated(row.moderation()));
    }
  }

  /** What moderation thinks by now; reasons are for the owner's own pages. */
  private static Map<String, Object> moderated(final OpinionJson opinion) {
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("decision", opinion.decision());
    shown.put("confidence", opinion.confidence());
    shown.put("scores", opinion.scores());
    shown.put("help", opinion.help());
    shown.put("by", opinion.by());
    return shown;
  }

  /** S3.16; what the application called it is in the envelope. */
  private static void spoken(
      final Map<String, Object> body, final EntryRow row, final String decision) {
    final Map<String, String> envelope = Objects.requireNonNullElse(row.envelope(), Map.of());
    if (!envelope.containsKey("message_id")) {
      return;
    }
    put(body, "message_id", envelope.get("message_id"));
    put(body, "thread_id", envelope.get("thread_id"));
    put(body, "user_id", envelope.get("user_id"));
    put(body, "timestamp", envelope.get("sent_at"));
    final Action action = Action.of(decision);
    final Map<String, Object> result = new LinkedHashMap<>();
    result.put("allowed", allowed(row, action));
    result.put("action", action.wire());
    result.put("risk_score", Objects.requireNonNullElse(row.risk(), 0.0));
    result.put("labels", labels(row));
    body.put("intercept_result", result);
  }

  /** What passed before it could be judged was delivered, whatever was found in it since. */
  private static boolean allowed(final EntryRow row, final Action action) {
    return switch (Objects.requireNonNullElse(row.handling(), "")) {
      case "hold" -> false;
      case "passed" -> true;
      default -> action.allows();
    };
  }

  private static List<String> labels(final EntryRow row) {
    final List<String> labels = new ArrayList<>();
    labels.addAll(
        Labels.of(
            words(row.classes()).stream()
                .map(name -> FindingClass.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList(),
            Boolean.TRUE.equals(row.disguised())));
    if (row.moderation() != null) {
      labels.addAll(Labels.of(row.moderation().toOpinion()));
    }
    return labels;
  }

  private static List<String> words(final @Nullable String joined) {
    return joined == null ? List.of() : List.of(joined.split(" "));
  }

  private static void put(
      final Map<String, Object> body, final String name, final @Nullable Object value) {
    if (value != null) {
      body.put(name, value instanceof Number || value instanceof Boolean ? value : "" + value);
    }
  }
}
