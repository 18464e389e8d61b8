package io.gatehouse.rulings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Decisions, as they are read. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RulingRepository extends GenericRepository<RulingRepository.Entity, UUID> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("content_moderation_decision")
  record Entity(@Id UUID id) {}

  /** Waits until nobody else decides on a source or speaks of it; lasts until the commit. */
  @Query(
      """
      select count(*) from (select pg_advisory_xact_lock(hashtextextended(
        CAST(:organization AS text) || '/' || CAST(:kind AS text) || '/' || CAST(:id AS text), 26
        ))) as held
      """)
  long hold(String organization, String kind, String id);
}
