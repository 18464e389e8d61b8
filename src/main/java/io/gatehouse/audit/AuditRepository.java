package io.gatehouse.audit;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditRepository extends GenericRepository<AuditRepository.Row, Long> {

  @Query(
      """
      insert into audit_entry (organization_id, at, actor, action, subject, reason, details)
      values (:organization, :at, :actor, :action, :subject, :reason, cast(:details as jsonb))
      """)
  void add(
      String organization,
      Instant at,
      String actor,
      String action,
      String subject,
      @Nullable String reason,
      String details);

  @Query(
      """
      select id, at, actor, action, subject, reason, cast(details as text) as details
      from audit_entry where organization_id = :organization and id < :before
      order by id desc limit :most
      """)
  List<Row> before(String organization, long before, int most);

  /**
   * @param details a JSON object
   */
  @Introspected
  record Row(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      @Nullable String reason,
      String details) {}
}
