package io.gatehouse.moderation;

import io.gatehouse.rulings.QueueEntry;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person, as a reviewer sees it.
 *
 * @param event the message it is, where it is one of ours
 * @param version to be named in If-Match with a word on it
 * @param risk what the order by risk goes by
 * @param reports how many users complained
 * @param claimedBy who works on it, until then
 * @param format plain or html
 * @param text null where it is kept elsewhere, see url; never to be shown as HTML
 */
@Serdeable
record Waiting(
    UUID decisionId,
    Named source,
    @Nullable UUID event,
    String decision,
    Map<String, Double> classifications,
    double confidence,
    String classifier,
    boolean help,
    List<String> reasons,
    double risk,
    int reports,
    Instant since,
    int version,
    @Nullable String claimedBy,
    @Nullable Instant claimedUntil,
    @Nullable String url,
    @Nullable String format,
    @Nullable String text) {

  static Waiting of(final QueueEntry entry, final @Nullable String text) {
    return new Waiting(
        entry.decisionId(),
        Named.of(entry.source()),
        entry.eventId(),
        entry.decision(),
        entry.scores(),
        entry.confidence(),
        entry.classifier(),
        entry.help(),
        entry.reasons(),
        entry.risk(),
        entry.reports(),
        entry.since(),
        entry.version(),
        entry.claimedBy(),
        entry.claimedUntil(),
        entry.url(),
        entry.format(),
        text);
  }
}
