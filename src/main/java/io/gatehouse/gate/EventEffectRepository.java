package io.gatehouse.gate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What was done outside because of an event; only read here. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EventEffectRepository extends GenericRepository<EffectView, UUID> {

  @Query(
      """
      select id, reference, kind, state, attempts, outcome_code as code, outcome_reason as reason,
          provider_id, added_at, started_at, settled_at, expires_at
      from effect where organization_id = :organization and event_id = :event order by number
      """)
  List<EffectView> of(String organization, UUID event);
}
