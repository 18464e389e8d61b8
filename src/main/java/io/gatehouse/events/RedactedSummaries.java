package io.gatehouse.events;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.MessageSummaries;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Redaction;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Masks messages for the inbox. */
@Singleton
class RedactedSummaries implements MessageSummaries {

  /** In code points; S5's preview. */
  private static final int LONGEST = 200;

  private final EventRepository events;

  RedactedSummaries(final EventRepository events) {
    this.events = events;
  }

  @Override
  @Transactional
  public Map<UUID, String> of(final OrganizationId organization, final Set<UUID> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    return events.all(organization.value(), List.copyOf(wanted)).stream()
        .map(StoredEvent::toEvent)
        .collect(Collectors.toMap(MessageEvent::id, RedactedSummaries::summary));
  }

  /** Of HTML what people see of it: an owner reads no tags. */
  private static String words(final MessageEvent event) {
    final String masked = Redaction.mask(event.content().text(), event.verdict().findings());
    return switch (event.content().format()) {
      case PLAIN -> masked;
      case HTML -> Jsoup.parse(masked).text();
    };
  }

  private static String summary(final MessageEvent event) {
    final String masked = words(event).strip();
    final int length = masked.codePointCount(0, masked.length());
    return length <= LONGEST
        ? masked
        : masked.substring(0, masked.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
