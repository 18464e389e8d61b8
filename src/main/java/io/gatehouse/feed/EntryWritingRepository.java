package io.gatehouse.feed;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes entries on the connection of a transaction that is about to end. */
@Singleton
class EntryWritingRepository {

  /**
   * The transaction alone would not keep a conversation in order: one that waited for it may be the
   * older of two. What it is lifted to was committed before, so whoever reads no further than the
   * oldest that runs misses nothing.
   */
  private static final String ADD =
      """
      insert into feed_entry
          (era, xid, id, organization_id, type, conversation_id, event_id, state, at, facts)
      select now.era, greatest(pg_current_xact_id(), coalesce(last.xid, '0')), d.id,
          coalesce(d.organization, e.organization_id), d.type,
          coalesce(d.conversation, e.conversation_id), d.event, e.state, d.at,
          CAST(d.facts AS jsonb)
      from unnest(CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS uuid[]),
              CAST(? AS uuid[]), CAST(? AS timestamptz[]), CAST(? AS text[])) with ordinality
            as d(id, organization, type, conversation, event, at, facts, place)
        cross join (select coalesce(max(era), 0) as era from feed_era) now
        left join message_event e on e.id = d.event
        left join lateral (
          select p.xid from feed_entry p
          where p.conversation_id = coalesce(d.conversation, e.conversation_id)
            and p.era = now.era
          order by p.era desc, p.xid desc limit 1) last on true
      where coalesce(d.organization, e.organization_id) is not null
      order by d.place
      """;

  /**
   * An entry to be written.
   *
   * @param organization null where it is the message's
   * @param conversation null where it is the message's, or none
   */
  record Draft(
      UUID id,
      @Nullable String organization,
      String type,
      @Nullable UUID conversation,
      @Nullable UUID event,
      Instant at,
      Map<String, String> facts) {}

  private final JsonMapper json;

  EntryWritingRepository(final JsonMapper json) {
    this.json = json;
  }

  void write(final Connection connection, final List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      set(add, 1, "uuid", drafts, Draft::id);
      set(add, 2, "text", drafts, Draft::organization);
      set(add, 3, "text", drafts, Draft::type);
      set(add, 4, "uuid", drafts, Draft::conversation);
      set(add, 5, "uuid", drafts, Draft::event);
      set(add, 6, "text", drafts, draft -> draft.at().atOffset(ZoneOffset.UTC).toString());
      set(add, 7, "text", drafts, draft -> write(draft.facts()));
      add.executeUpdate();
    } catch (final SQLException failed) {
      throw new IllegalStateException("the feed was not written", failed);
    }
  }

  private static void set(
      final PreparedStatement add,
      final int index,
      final String type,
      final List<Draft> drafts,
      final Function<Draft, @Nullable Object> column)
      throws SQLException {
    final @Nullable Object[] values = drafts.stream().map(column).toArray();
    add.setArray(index, add.getConnection().createArrayOf(type, values));
  }

  private String write(final Map<String, String> facts) {
    try {
      return facts.isEmpty() ? "{}" : json.writeValueAsString(facts);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
