package io.gatehouse.limits;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every decision, kept for a while whatever becomes of whom it was about (B36). */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LogRepository extends GenericRepository<LogRepository.Row, UUID> {

  @Query(
      """
      insert into rate_limit_log
        (id, organization_id, subject, ip_address, action_type, blocked, created_at)
      values (:id, :organization, :subject, CAST(:address AS inet), :action, :blocked, :at)
      """)
  void add(
      UUID id,
      String organization,
      @Nullable String subject,
      String address,
      String action,
      boolean blocked,
      Instant at);

  @Query("delete from rate_limit_log where created_at < :before")
  int purge(Instant before);

  /** What a decision is known by. */
  @Introspected
  record Row(UUID id) {}
}
