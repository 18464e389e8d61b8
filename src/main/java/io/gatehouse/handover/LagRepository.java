package io.gatehouse.handover;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far behind outlets are; only reads. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LagRepository extends GenericRepository<OutletRow, String> {

  /** Further than that nobody counts. */
  int MOST = 10_000;

  @Query(
      """
      select o.name, o.failures, o.trouble, o.stopped, b.behind, b.oldest
      from feed_outlet o cross join lateral (
        select count(*) as behind, min(w.at) as oldest from (
          (select e.at from feed_entry e
           where o.organization_id is null
             and (e.era, e.xid, e.number) > (o.era, o.xid, o.number)
           order by e.era, e.xid, e.number limit 10000)
          union all
          (select e.at from feed_entry e
           where e.organization_id = o.organization_id
             and (e.organization_id, e.era, e.xid, e.number)
               > (o.organization_id, o.era, o.xid, o.number)
           order by e.organization_id, e.era, e.xid, e.number limit 10000)) w) b
      order by o.name
      """)
  List<Row> all();

  @Query(
      """
      select coalesce((select number from feed_entry order by era desc, xid desc, number desc
              limit 1), 0) as number,
          (select min(e.at) from feed_entry e
           where (e.era, e.xid) >= ((select coalesce(max(era), 0) from feed_era),
               pg_snapshot_xmin(pg_current_snapshot()))) as unsettled_since
      """)
  Newest newest();

  /** The end of the feed. */
  @Introspected
  record Newest(long number, @Nullable Instant unsettledSince) {}

  /** One outlet. */
  @Introspected
  record Row(
      String name,
      int failures,
      @Nullable String trouble,
      boolean stopped,
      long behind,
      @Nullable Instant oldest) {}
}
