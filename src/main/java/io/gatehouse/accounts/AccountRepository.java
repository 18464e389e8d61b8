package io.gatehouse.accounts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<AccountRepository.Row, String> {

  /** A row with nothing in it when there is no account, no row when there is no organization. */
  @Query(
      """
      select coalesce(a.provider, '') as provider, coalesce(a.sealed, '') as sealed
      from organization o left join provider_account a on a.organization_id = o.id
      where o.id = :organization
      """)
  List<Row> of(String organization);

  @Query(
      """
      insert into provider_account (organization_id, provider, sealed, changed_at)
      values (:organization, :provider, :sealed, :at)
      on conflict (organization_id, provider)
      do update set sealed = excluded.sealed, changed_at = excluded.changed_at
      """)
  int put(String organization, String provider, byte[] sealed, Instant at);

  @Introspected
  @SuppressWarnings("ArrayRecordComponent")
  record Row(String provider, byte[] sealed) {}
}
