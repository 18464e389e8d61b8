package io.gatehouse.heartbeat;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** When webhooks were heard. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HeartbeatRepository extends GenericRepository<HeartbeatRepository.Beat, String> {

  @Query(
      """
      insert into site_heartbeat as b (organization_id, heard_at) values (:organization, :at)
      on conflict (organization_id) do update set heard_at = greatest(b.heard_at, excluded.heard_at)
      """)
  int heard(String organization, Instant at);

  @Query("select heard_at from site_heartbeat where organization_id = :organization")
  Optional<Instant> last(String organization);

  /** The last one of an organization. */
  @MappedEntity("site_heartbeat")
  record Beat(@Id String organizationId, Instant heardAt) {}
}
