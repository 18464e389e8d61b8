package io.gatehouse.inbox;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.NoticeListener.Posted;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The owner's inbox. */
@Singleton
public class Inbox {

  private static final int LONGEST_FACT = 500;
  private static final int REPLACEMENT = 0xFFFD;

  private final NoticeRepository notices;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;
  private final List<NoticeListener> listeners;

  Inbox(
      final NoticeRepository notices,
      final List<NoticeListener> listeners,
      final JsonMapper json,
      final Ids ids,
      final Clock clock) {
    this.notices = notices;
    this.listeners = listeners;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Posts notices inside the running transaction, in one round trip; without one it fails. */
  @Transactional(TxType.MANDATORY)
  public void post(final List<NewNotice> posted) {
    if (!posted.isEmpty()) {
      final List<Posted> rows =
          posted.stream().map(notice -> new Posted(ids.next(), notice)).toList();
      notices.add(write(rows.stream().map(Inbox::row).toList()), clock.instant());
      listeners.forEach(listener -> listener.posted(rows));
    }
  }

  /** Marks what was said of a message as read, for somebody has just decided on it. */
  @Transactional
  public void decided(final OrganizationId organization, final UUID event, final String by) {
    notices.readOf(organization.value(), event, clock.instant(), by);
  }

  private static Map<String, Object> row(final Posted posted) {
    final NewNotice notice = posted.notice();
    final Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", posted.id().toString());
    row.put("organization_id", notice.organization().value());
    row.put("kind", notice.kind());
    if (notice.conversation() != null) {
      row.put("conversation_id", notice.conversation().toString());
    }
    if (notice.event() != null) {
      row.put("event_id", notice.event().toString());
    }
    final Map<String, String> facts = new LinkedHashMap<>();
    notice.facts().forEach((name, fact) -> facts.put(name, storable(fact)));
    row.put("facts", facts);
    return row;
  }

  /** A notice must never undo what it tells of because PostgreSQL refuses a character (NUL). */
  private static String storable(final String fact) {
    return fact.codePoints()
        .limit(LONGEST_FACT)
        .map(c -> isStorable(c) ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isStorable(final int character) {
    return character != 0 && Character.getType(character) != Character.SURROGATE;
  }

  private String write(final List<Map<String, Object>> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
