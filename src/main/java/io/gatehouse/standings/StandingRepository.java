package io.gatehouse.standings;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Standings; each change is one statement that looks and writes at once. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StandingRepository extends GenericRepository<PairStanding, UUID> {

  /** The suspensions of an organization that have not ended, with the two people of each. */
  @Query(
      """
      select s.pair_id, p.client_id, p.provider_id, s.suspended_since, s.suspended_until
      from pair_standing s join pair p on p.id = s.pair_id
      where s.organization_id = :organization and s.suspended_since is not null
        and s.suspended_until > :now
      """)
  List<Suspension> suspended(String organization, Instant now);

  @Query("select exists (select 1 from pair where organization_id = :organization and id = :pair)")
  boolean pairExists(String organization, UUID pair);

  @Query(
      """
      select * from pair_standing
      where organization_id = :organization and pair_id = :pair for update
      """)
  Optional<PairStanding> hold(String organization, UUID pair);

  /** Returns null when it was under review before. */
  @Query(
      """
      insert into pair_standing as s (pair_id, organization_id, review_since, changed_at, changed_by)
      values (:pair, :organization, :now, :now, :by)
      on conflict (pair_id) do update set review_since = excluded.review_since,
          changed_at = excluded.changed_at, changed_by = excluded.changed_by
        where s.review_since is null
      returning s.*
      """)
  @Nullable PairStanding review(UUID pair, String organization, String by, Instant now);

  /** A suspension that has ended gives way to a new one; one that stands is only given an end. */
  @Query(
      """
      insert into pair_standing as s (pair_id, organization_id, suspended_since, suspended_until,
          changed_at, changed_by, reason)
      values (:pair, :organization, :now, :until, :now, :by, :reason)
      on conflict (pair_id) do update set
          suspended_since = case when s.suspended_until > :now then s.suspended_since
            else excluded.suspended_since end,
          suspended_until = excluded.suspended_until, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by, reason = excluded.reason
      returning s.*
      """)
  PairStanding suspend(
      UUID pair,
      String organization,
      Instant until,
      String by,
      @Nullable String reason,
      Instant now);

  @Query(
      """
      update pair_standing set review_since = null, suspended_since = null, suspended_until = null,
          changed_at = :now, changed_by = :by, reason = :reason
      where pair_id = :pair
      """)
  void lift(UUID pair, String by, String reason, Instant now);

  /** Records the ends that have passed; what was extended meanwhile has not (B28, B29). */
  @Query(
      """
      update pair_standing set suspended_since = null, suspended_until = null, changed_at = :now,
          changed_by = :by, reason = null
      where suspended_since is not null and suspended_until <= :now
      returning pair_standing.*
      """)
  List<PairStanding> restore(String by, Instant now);

  /** Returns 0 when they were told before. */
  @Query(
      """
      insert into pair_told (organization_id, pair_id, suspended_since, whom)
      values (:organization, :pair, :since, :whom)
      on conflict do nothing
      """)
  int tell(String organization, UUID pair, Instant since, String whom);

  /**
   * Pairs with their people and the strikes since a time, the newest pair first.
   *
   * @param all those too that have strikes, or were restored, and stand well
   */
  @Query(
      """
      select p.id, c.name as client_name, coalesce(c.email, c.phone, c.external_id) as client_address,
          r.name as provider_name, coalesce(r.email, r.phone, r.external_id) as provider_address,
          s.review_since, s.suspended_since, s.suspended_until, s.changed_by, s.reason,
          (select count(*) from strike k where k.pair_id = p.id and k.at > :since) as strikes
      from pair p
      left join pair_standing s on s.pair_id = p.id
      left join participant c on c.id = p.client_id
      left join participant r on r.id = p.provider_id
      where p.organization_id = :organization
        and (p.client_id is not null or p.provider_id is not null)
        and (:all or s.review_since is not null or s.suspended_until > :now)
        and (CAST(:pair AS uuid) is null or p.id = CAST(:pair AS uuid))
        and (CAST(:before AS uuid) is null or p.id < CAST(:before AS uuid))
      order by p.id desc limit :most
      """)
  List<Listed> list(
      String organization,
      boolean all,
      @Nullable UUID pair,
      @Nullable UUID before,
      Instant since,
      Instant now,
      int most);

  /** A pair with all that is known of how it stands. */
  @Introspected
  record Listed(
      UUID id,
      @Nullable String clientName,
      @Nullable String clientAddress,
      @Nullable String providerName,
      @Nullable String providerAddress,
      @Nullable Instant reviewSince,
      @Nullable Instant suspendedSince,
      @Nullable Instant suspendedUntil,
      @Nullable String changedBy,
      @Nullable String reason,
      int strikes) {}
}
