package io.gatehouse.lookup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What owners were told of and is still so. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TroubleRepository extends GenericRepository<TroubleRepository.Entity, String> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("site_trouble")
  record Entity(@Id String what) {}

  /**
   * @return null when it had begun before
   */
  @Query(
      """
      insert into site_trouble (organization_id, what, since)
      values (:organization, :what, :at)
      on conflict do nothing
      returning what
      """)
  @Nullable String begin(String organization, String what, Instant at);

  @Query("delete from site_trouble where organization_id = :organization and what = :what")
  void over(String organization, String what);
}
