package io.gatehouse.subscription;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Who may want webhooks; only reads. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SubscriberRepository extends GenericRepository<SubscriberRepository.Row, String> {

  /** Organizations whose newest settings name an address. */
  @Query(
      """
      select s.organization_id from settings_version s
      where s.version = (select max(n.version) from settings_version n
          where n.organization_id = s.organization_id)
        and s.document -> 'feed' ->> 'webhook' is not null
      order by s.organization_id
      """)
  List<String> all();

  /** What Micronaut Data wants to know of the table. */
  @Introspected
  @MappedEntity("settings_version")
  record Row(@Id String organizationId) {}
}
