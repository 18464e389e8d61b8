package io.gatehouse.organization;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SettingsRepository extends GenericRepository<SettingsRepository.Row, Integer> {

  /** Version 0 when nothing was ever chosen; nothing at all when there is no such organization. */
  @Query(
      """
      select coalesce(s.version, 0) as version,
             coalesce(cast(s.document as text), '{}') as document, s.changed_by, s.changed_at
      from organization o left join settings_version s on s.organization_id = o.id
      where o.id = :organization order by s.version desc limit 1
      """)
  Optional<Row> current(String organization);

  /** Returns 0 when another version came first. */
  @Query(
      """
      insert into settings_version (organization_id, version, document, changed_by, changed_at)
      select :organization, :version, cast(:document as jsonb), :by, :at
      where :version = 1 + coalesce(
          (select max(version) from settings_version where organization_id = :organization), 0)
      on conflict do nothing
      """)
  int add(String organization, int version, String document, String by, Instant at);

  @Query(
      """
      select version, cast(document as text) as document, changed_by, changed_at
      from settings_version where organization_id = :organization and version < :before
      order by version desc limit :most
      """)
  List<Row> before(String organization, int before, int most);

  /**
   * @param document a JSON object
   */
  @Introspected
  record Row(
      int version, String document, @Nullable String changedBy, @Nullable Instant changedAt) {}
}
