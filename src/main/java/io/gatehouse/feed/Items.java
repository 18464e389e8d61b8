package io.gatehouse.feed;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.FeedSettings;
import io.gatehouse.settings.FeedSettings.Share;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes entries into what may leave. Joins the running transaction. */
@Singleton
class Items {

  private final EntryRepository entries;
  private final SettingsBook settings;
  private final Bodies bodies;

  Items(final EntryRepository entries, final SettingsBook settings, final Bodies bodies) {
    this.entries = entries;
    this.settings = settings;
    this.bodies = bodies;
  }

  List<Item> of(final List<EntryRow> rows) {
    final Map<String, FeedSettings> rules = new HashMap<>();
    rows.forEach(row -> rules.computeIfAbsent(row.organizationId(), this::rules));
    final Map<UUID, String> texts = texts(rows, rules);
    return rows.stream()
        .map(row -> item(row, Objects.requireNonNull(rules.get(row.organizationId())), texts))
        .toList();
  }

  private FeedSettings rules(final String organization) {
    return settings.current(new OrganizationId(organization)).feed();
  }

  /** Text that is not let out is not even read. */
  private Map<UUID, String> texts(
      final List<EntryRow> rows, final Map<String, FeedSettings> rules) {
    final List<UUID> wanted =
        rows.stream()
            .filter(row -> row.eventId() != null)
            .filter(row -> shares(Objects.requireNonNull(rules.get(row.organizationId()))))
            .map(row -> Objects.requireNonNull(row.eventId()))
            .distinct()
            .toList();
    return wanted.isEmpty()
        ? Map.of()
        : entries.texts(wanted).stream()
            .collect(Collectors.toMap(EntryRepository.Text::id, EntryRepository.Text::text));
  }

  private static boolean shares(final FeedSettings rules) {
    return rules.content() != Share.OMIT;
  }

  private Item item(final EntryRow row, final FeedSettings rules, final Map<UUID, String> texts) {
    final UUID event = row.eventId();
    return new Item(
        row.id(),
        row.place(),
        new OrganizationId(row.organizationId()),
        row.type(),
        thread(row),
        row.at(),
        bodies.of(row, rules, event == null ? null : texts.get(event)));
  }

  private static String thread(final EntryRow row) {
    final UUID conversation = row.conversationId() == null ? row.eventId() : row.conversationId();
    return (conversation == null ? row.id() : conversation).toString();
  }
}
