package io.gatehouse.meters;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Counts what waits, by indexes that hold little else. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WaitingRepository extends GenericRepository<WaitingRepository.Effects, UUID> {

  /**
   * Effects in one state.
   *
   * @param oldest when the first of them was added
   */
  @Introspected
  record Effects(String lane, String state, long number, Instant oldest) {}

  @Query(
      """
      select lane, state, count(*) as number, min(added_at) as oldest from effect
      where state in ('waiting', 'running') group by lane, state
      union all
      select e.lane, e.state, count(*) as number, min(e.added_at) as oldest
      from organization o join effect e on e.organization_id = o.id and e.state = 'parked'
      group by e.lane, e.state
      """)
  List<Effects> effects();

  @Query("select count(*) from notice where read_at is null")
  long unread();
}
