package io.gatehouse.conversation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pairs and their strikes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StrikeRepository extends GenericRepository<ConversationRepository.Entity, UUID> {

  /** Makes the pair if it is new, and holds its row until the transaction ends (B18). */
  @Query(
      """
      insert into pair (id, organization_id, client_id, provider_id)
      values (:id, :organization, :client, :provider)
      on conflict (organization_id, client_id, provider_id)
        do update set organization_id = excluded.organization_id
      returning id
      """)
  UUID lockPair(UUID id, String organization, @Nullable UUID client, @Nullable UUID provider);

  /** A statement of its own: one begun before the lock was had would not see the newest strike. */
  @Query("select count(*) from strike where pair_id = :pair and at > :since")
  int count(UUID pair, Instant since);

  @Query(
      """
      insert into strike (event_id, organization_id, pair_id, at)
      values (:event, :organization, :pair, :at)
      """)
  void add(UUID event, String organization, UUID pair, Instant at);

  /** Pairs of somebody become pairs of another, unless the other has one with the same partner. */
  @Query(
      """
      update pair p set
        client_id = case when p.client_id = :from then CAST(:to AS uuid) else p.client_id end,
        provider_id = case when p.provider_id = :from then CAST(:to AS uuid) else p.provider_id end
      where (p.client_id = :from or p.provider_id = :from) and not exists (
        select 1 from pair o where o.organization_id = p.organization_id
          and (p.client_id = :from and o.client_id = :to
              and o.provider_id is not distinct from p.provider_id
            or p.provider_id = :from and o.provider_id = :to
              and o.client_id is not distinct from p.client_id))
      """)
  void repair(UUID from, UUID to);

  /** What still counts against somebody's pairs counts against the other's. */
  @Query(
      """
      update strike s set pair_id = o.id
      from pair p, pair o
      where s.pair_id = p.id and o.organization_id = p.organization_id
        and (p.client_id = :from and o.client_id = :to
            and o.provider_id is not distinct from p.provider_id
          or p.provider_id = :from and o.provider_id = :to
            and o.client_id is not distinct from p.client_id)
      """)
  void moveStrikes(UUID from, UUID to);

  @Query("delete from strike where organization_id = :organization and event_id = :event")
  int remove(String organization, UUID event);
}
