package io.gatehouse.doctor;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HealthRepository extends GenericRepository<HealthRepository.Server, String> {

  @Query(
      """
      select current_setting('server_version') as version,
        pg_database_size(current_database()) as bytes, clock_timestamp() as at
      """)
  Server server();

  @Query(
      """
      select coalesce(outcome_code, 'unknown') as code, count(*) as number
      from effect where organization_id = :organization and state = 'parked'
      group by 1 order by 2 desc, 1
      """)
  List<Parked> parked(String organization);

  @Introspected
  record Server(String version, long bytes, Instant at) {}

  @Introspected
  record Parked(String code, long number) {}
}
