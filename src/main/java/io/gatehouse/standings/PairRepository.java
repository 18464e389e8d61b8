package io.gatehouse.standings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pairs, only read here. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PairRepository extends GenericRepository<PairStanding, UUID> {

  @Query(
      """
      select id from pair
      where organization_id = :organization
        and (client_id = CAST(:client AS uuid)
          or CAST(:client AS uuid) is null and client_id is null)
        and (provider_id = CAST(:provider AS uuid)
          or CAST(:provider AS uuid) is null and provider_id is null)
      """)
  Optional<UUID> of(String organization, @Nullable UUID client, @Nullable UUID provider);
}
