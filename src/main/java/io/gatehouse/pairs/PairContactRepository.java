package io.gatehouse.pairs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PairContactRepository extends GenericRepository<PairContact, UUID> {

  @Query(
      """
      select * from pair_contact
      where organization_id = :organization and client_id = :client and provider_id = :provider
      order by kind, value
      """)
  List<PairContact> of(String organization, UUID client, UUID provider);

  @Query(
      """
      select p.* from pair_contact p
      where p.organization_id = :organization
        and (CAST(:conversation AS uuid) is null or exists (select 1 from conversation c
            where c.id = CAST(:conversation AS uuid) and c.organization_id = p.organization_id
              and c.client_id = p.client_id and c.provider_id = p.provider_id))
        and (CAST(:before AS uuid) is null or p.id < CAST(:before AS uuid))
      order by p.id desc limit :most
      """)
  List<PairContact> newest(
      String organization, @Nullable UUID conversation, @Nullable UUID before, int most);

  /** Returns 0 when it is allowed already. */
  @Query(
      """
      insert into pair_contact (id, organization_id, client_id, provider_id, kind, value, event_id,
          allowed_by, reason, allowed_at)
      values (:id, :organization, :client, :provider, :kind, :value, :event, :by, :reason, :at)
      on conflict do nothing
      """)
  int add(
      UUID id,
      String organization,
      UUID client,
      UUID provider,
      String kind,
      String value,
      UUID event,
      String by,
      String reason,
      Instant at);

  /** The row that was there, or null. */
  @Query(
      """
      delete from pair_contact where organization_id = :organization and id = :id
      returning pair_contact.*
      """)
  @Nullable PairContact remove(String organization, UUID id);
}
