package io.gatehouse.feed;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries behind a place, as far as nobody can still write before them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EntryRepository extends GenericRepository<EntryRow, UUID> {

  String SELECT =
      """
      select e.id, e.era, CAST(CAST(e.xid AS text) AS bigint) as transaction, e.number,
          e.organization_id, e.type, e.conversation_id, e.event_id, e.state, e.at, e.facts,
          c.external_ref as conversation, m.channel, m.direction, m.sender_role, m.handling,
          m.decision, m.step, m.risk, m.truncated, m.envelope, m.moderation,
          f.classes, f.rules, f.disguised
      from (select e.* from
      """;

  /**
   * Behind the place, and before the oldest transaction that runs. Only those that write count, of
   * whatever database of the server; a mere reader, however long, holds up nothing.
   */
  String SETTLED =
      """
       (e.era, e.xid, e.number) > (:era, CAST(CAST(:transaction AS text) AS xid8), :number)
        and (e.era, e.xid) < ((select coalesce(max(era), 0) from feed_era),
            pg_snapshot_xmin(pg_current_snapshot()))
      """;

  /** Cut before anything is looked up for it. */
  String FIRST = " order by e.era, e.xid, e.number limit :most";

  String WHOLE =
      """
      ) e
        left join message_event m on m.id = e.event_id
        left join conversation c on c.id = e.conversation_id
        left join lateral (
          select string_agg(distinct class, ' ') as classes,
              string_agg(distinct rule, ' ') as rules, bool_or(disguise is not null) as disguised
          from conversation_flag where event_id = e.event_id) f on true
      order by e.era, e.xid, e.number
      """;

  @Query(SELECT + " feed_entry e where" + SETTLED + FIRST + WHOLE)
  List<EntryRow> after(long era, long transaction, long number, int most);

  /** The same of one organization, in the words of the index that is meant for it. */
  @Query(
      SELECT
          + """
             feed_entry e
              where (e.organization_id, e.era, e.xid, e.number)
                  > (:organization, :era, CAST(CAST(:transaction AS text) AS xid8), :number)
                and (e.organization_id, e.era, e.xid)
                  < (:organization, (select coalesce(max(era), 0) from feed_era),
                    pg_snapshot_xmin(pg_current_snapshot()))
                and (CAST(:type AS text) is null or e.type = CAST(:type AS text))
              order by e.organization_id, e.era, e.xid, e.number limit :most
            """
          + WHOLE)
  List<EntryRow> afterOf(
      String organization,
      long era,
      long transaction,
      long number,
      @Nullable String type,
      int most);

  /** The same of the conversations of one name, one on each channel at most. */
  @Query(
      SELECT
          + """
             conversation t cross join lateral (
              select * from feed_entry e
              where e.conversation_id is not null
                and (e.conversation_id, e.era, e.xid, e.number)
                  > (t.id, :era, CAST(CAST(:transaction AS text) AS xid8), :number)
                and (e.conversation_id, e.era, e.xid)
                  < (t.id, (select coalesce(max(era), 0) from feed_era),
                    pg_snapshot_xmin(pg_current_snapshot()))
                and (CAST(:type AS text) is null or e.type = CAST(:type AS text))
              order by e.conversation_id, e.era, e.xid, e.number limit :most) e
            where t.organization_id = :organization and t.external_ref = :thread
            """
          + FIRST
          + WHOLE)
  List<EntryRow> afterIn(
      String organization,
      String thread,
      long era,
      long transaction,
      long number,
      @Nullable String type,
      int most);

  /** The place behind which nothing is settled yet. */
  @Query(
      """
      select (select coalesce(max(era), 0) from feed_era) as era,
          CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint) as transaction
      """)
  End end();

  /** Asked for only where an organization lets it out. */
  @Query("select event_id as id, text from message_text where event_id in (:events)")
  List<Text> texts(List<UUID> events);

  /**
   * Forgets some of the oldest entries: a transaction that took long would hold up the feed itself.
   *
   * @return how many
   */
  @Query(
      """
      with oldest as (
        select f.era, f.xid, f.number, f.at from feed_entry f
        order by f.era, f.xid, f.number limit :most),
      gone as (
        delete from feed_entry e using oldest o
        where (e.era, e.xid, e.number) = (o.era, o.xid, o.number) and o.at < :before
        returning e.era, e.xid, e.number),
      noted as (
        insert into feed_forgotten (era, xid, number)
        select era, xid, number from gone order by era desc, xid desc, number desc limit 1
        on conflict (one) do update
          set era = excluded.era, xid = excluded.xid, number = excluded.number
          where (feed_forgotten.era, feed_forgotten.xid, feed_forgotten.number)
            < (excluded.era, excluded.xid, excluded.number))
      select count(*) from gone
      """)
  int forget(Instant before, int most);

  /** Whether anything was forgotten that lay behind a place. */
  @Query(
      """
      select exists (select 1 from feed_forgotten f where (f.era, f.xid, f.number)
          > (:era, CAST(CAST(:transaction AS text) AS xid8), :number))
      """)
  boolean forgotten(long era, long transaction, long number);

  /**
   * Begins a new era where entries or outlets are ahead of the server's transactions: it is another
   * server than the one that wrote them.
   */
  @Query(
      """
      insert into feed_era (era, since)
      select coalesce(max(g.era), 0) + 1, :now from feed_era g
      having exists (select 1 from feed_entry e where e.era = coalesce(max(g.era), 0)
              and e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
          or exists (select 1 from feed_outlet o where o.era = coalesce(max(g.era), 0)
              and o.xid > pg_snapshot_xmax(pg_current_snapshot()))
      on conflict do nothing
      """)
  int beginEra(Instant now);

  /** A place without a number. */
  @Introspected
  record End(long era, long transaction) {}

  /** What somebody wrote. */
  @Introspected
  record Text(UUID id, String text) {}
}
