package io.gatehouse.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WebhookSecretRepository extends GenericRepository<WebhookSecretRepository.Row, String> {

  @Query(
      """
      select organization_id, sealed, coalesce(former, '') as former, changed_at
      from webhook_secret where organization_id = :organization
      """)
  Optional<Row> of(String organization);

  /** What was in force becomes the former one. */
  @Query(
      """
      insert into webhook_secret as s (organization_id, sealed, changed_at, changed_by)
      values (:organization, :sealed, :at, :by)
      on conflict (organization_id) do update set former = s.sealed, sealed = excluded.sealed,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by
      """)
  int put(String organization, byte[] sealed, Instant at, String by);

  /**
   * @param former empty when there was none
   */
  @MappedEntity("webhook_secret")
  @SuppressWarnings("ArrayRecordComponent")
  record Row(@Id String organizationId, byte[] sealed, byte[] former, Instant changedAt) {}
}
