package io.gatehouse.moderation;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.events.Events;
import io.gatehouse.feed.Feed;
import io.gatehouse.feed.Feed.NewEntry;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.opinion.ContentListener;
import io.gatehouse.rulings.ReviewListener;
import io.gatehouse.rulings.Source;
import io.gatehouse.rulings.StoredRuling;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever follows the feed what was decided on content, and what people said of it (S4.21);
 * the latter stands in the audit too.
 */
@Singleton
class Tidings implements ReviewListener, ContentListener {

  private final Feed feed;
  private final AuditLog audit;
  private final Events events;

  Tidings(final Feed feed, final AuditLog audit, final Events events) {
    this.feed = feed;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public void decided(final OrganizationId organization, final StoredRuling ruling) {
    add(
        organization,
        "moderation.decided",
        ruling.event(),
        Map.of(
            "source_kind", ruling.sourceKind(),
            "source_id", ruling.sourceId(),
            "decision_id", ruling.id().toString(),
            "decision", ruling.effective(),
            "help", Boolean.toString(ruling.help()),
            "by", ruling.classifier()));
  }

  @Override
  public void reviewed(final Reviewed word) {
    final Source source = word.source();
    audit.record(
        word.organization(),
        word.by(),
        "moderation.reviewed",
        word.decision().toString(),
        word.reason(),
        Map.of(
            "source_kind", source.kind(),
            "source_id", source.id(),
            "before", word.before().wire(),
            "after", word.after().wire()));
    add(
        word.organization(),
        "moderation.reviewed",
        word.event(),
        Map.of(
            "source_kind", source.kind(),
            "source_id", source.id(),
            "decision_id", word.decision().toString(),
            "before", word.before().wire(),
            "decision", word.after().wire(),
            "by", word.by()));
  }

  private void add(
      final OrganizationId organization,
      final String type,
      final Optional<UUID> event,
      final Map<String, String> facts) {
    feed.add(
        List.of(
            new NewEntry(
                organization, type, conversation(organization, event), event.orElse(null), facts)));
  }

  private @Nullable UUID conversation(
      final OrganizationId organization, final Optional<UUID> event) {
    return event
        .flatMap(id -> events.find(organization, id))
        .map(MessageEvent::conversation)
        .orElse(null);
  }
}
