package io.gatehouse.handover;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outlets' places. Whoever hands over holds a lease, and what it records counts only with it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutletRepository extends GenericRepository<OutletRow, String> {

  /** The next one, by the index: asked whether there is any, PostgreSQL reads the whole table. */
  String BEHIND =
      """
      (e.era, e.xid, e.number) > (o.era, o.xid, o.number)
            and (e.era, e.xid) < (now.era, pg_snapshot_xmin(pg_current_snapshot()))
          order by e.era, e.xid, e.number limit 1
      """;

  /** All of them, each with whether it has something to hand over. */
  @Query(
      """
      select o.name, o.target, o.era, CAST(CAST(o.xid AS text) AS bigint) as transaction, o.number,
          o.leased_by, o.leased_until, o.failures, o.failing_since, o.next_at, o.trouble,
          o.stopped, o.told,
          coalesce(case when o.organization_id is null
            then (select true from feed_entry e where
      """
          + BEHIND
          + """
            ) else (select true from feed_entry e
                where e.organization_id = o.organization_id and
      """
          + BEHIND
          + """
            ) end, false) as waiting
      from feed_outlet o
        cross join (select coalesce(max(era), 0) as era from feed_era) now
      order by o.name
      """)
  List<OutletRow> all();

  @Query(
      """
      insert into feed_outlet (name, organization_id, target, era, xid, number)
      values (:name, :organization, :target, :era, CAST(CAST(:transaction AS text) AS xid8),
          :number)
      on conflict do nothing
      """)
  int enter(
      String name,
      @Nullable String organization,
      String target,
      long era,
      long transaction,
      long number);

  /** It leads elsewhere now: what went wrong before is no reason to wait. */
  @Query(
      """
      update feed_outlet set target = :target, failures = 0, failing_since = null,
          next_at = null, trouble = null, stopped = false, told = false
      where name = :name and target <> :target
      """)
  int retarget(String name, String target);

  /** An organization's outlet that is in use no more; the place of another may be wanted again. */
  @Query(
      """
      delete from feed_outlet
      where name = :name and organization_id is not null
        and (leased_until is null or leased_until <= :now)
      """)
  int leave(String name, Instant now);

  @Query(
      """
      update feed_outlet set leased_by = :me, leased_until = :until
      where name = :name and not stopped and (next_at is null or next_at <= :now)
        and (leased_until is null or leased_until <= :now or leased_by = :me)
      """)
  int claim(String name, String me, Instant now, Instant until);

  @Query(
      """
      select o.name, o.target, o.era, CAST(CAST(o.xid AS text) AS bigint) as transaction, o.number,
          o.leased_by, o.leased_until, o.failures, o.failing_since, o.next_at, o.trouble,
          o.stopped, o.told, true as waiting
      from feed_outlet o where o.name = :name and o.leased_by = :me
      """)
  @Nullable OutletRow held(String name, String me);

  /** The outlet has everything up to a place. */
  @Query(
      """
      update feed_outlet set era = :era, xid = CAST(CAST(:transaction AS text) AS xid8),
          number = :number, failures = 0, failing_since = null, trouble = null, told = false,
          handed = handed + :count, handed_at = :now, leased_until = :until
      where name = :name and leased_by = :me
      """)
  int arrived(
      String name,
      String me,
      long era,
      long transaction,
      long number,
      int count,
      Instant now,
      Instant until);

  /** The rest did not arrive; the lease ends with it. */
  @Query(
      """
      update feed_outlet set failures = failures + 1, trouble = :trouble, stopped = :stopped,
          failing_since = coalesce(failing_since, :now), next_at = :next, leased_until = null
      where name = :name and leased_by = :me
      """)
  int failed(String name, String me, String trouble, boolean stopped, Instant now, Instant next);

  @Query("update feed_outlet set told = true where name = :name and not told")
  int tell(String name);

  @Query("update feed_outlet set leased_until = null where name = :name and leased_by = :me")
  int release(String name, String me);
}
