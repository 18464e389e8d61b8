package io.gatehouse.inbox;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.NoticeRepository.Row;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts notices into words, in the organization's language and wording of today. */
@Singleton
class NoticeView {

  private final SettingsBook settings;
  private final Texts texts;
  private final MessageSummaries summaries;
  private final JsonMapper json;

  NoticeView(
      final SettingsBook settings,
      final Texts texts,
      final MessageSummaries summaries,
      final JsonMapper json) {
    this.settings = settings;
    this.texts = texts;
    this.summaries = summaries;
    this.json = json;
  }

  List<ShownNotice> show(final OrganizationId organization, final List<Row> rows) {
    final Settings current = settings.current(organization);
    final Map<UUID, String> written = summaries.of(organization, events(rows));
    return rows.stream().map(row -> shown(current, row, written)).toList();
  }

  private static Set<UUID> events(final List<Row> rows) {
    return rows.stream()
        .map(Row::eventId)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private ShownNotice shown(
      final Settings current, final Row row, final Map<UUID, String> written) {
    final var facts = new HashMap<>(facts(row.facts()));
    if (row.eventId() != null && written.containsKey(row.eventId())) {
      facts.put("summary", written.getOrDefault(row.eventId(), ""));
    }
    return new ShownNotice(
        row.id(),
        row.kind(),
        text(current, row.kind(), facts),
        facts,
        row.conversationId(),
        row.eventId(),
        row.postedAt(),
        row.readAt(),
        row.readBy());
  }

  /** A kind without words, posted by a newer release, shows as its name. */
  private String text(final Settings current, final String kind, final Map<String, String> facts) {
    final String key = "notice." + kind;
    return texts.exists(key) ? texts.render(current, key, "", facts) : kind;
  }

  private Map<String, String> facts(final String facts) {
    try {
      return json.readValue(facts, Argument.mapOf(String.class, String.class));
    } catch (final IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
