package io.gatehouse.access;

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

/** Roles travel as text with commas: the driver's arrays would need a type of their own. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<KeyRepository.Row, UUID> {

  @Query(
      """
      insert into access_key (id, organization_id, name, hash, roles, created_at)
      values (:id, :organization, :name, :hash, string_to_array(:roles, ','), :at)
      """)
  void add(UUID id, String organization, String name, byte[] hash, String roles, Instant at);

  /** How its organization stands is read with it: every request asks, so that must cost nothing. */
  @Query(
      """
      select k.id, k.organization_id, k.name, array_to_string(k.roles, ',') as roles, k.created_at,
        k.revoked_at, k.bound_user, k.bound_thread, k.bound_role, k.expires_at,
        o.standing = 'suspended' as suspended, o.suspended_until
      from access_key k join organization o on o.id = k.organization_id where k.hash = :hash
      """)
  Optional<Row> byHash(byte[] hash);

  /** Without those bound to one person, of which there may be thousands. */
  @Query(
      """
      select k.id, k.organization_id, k.name, array_to_string(k.roles, ',') as roles, k.created_at,
        k.revoked_at, k.bound_user, k.bound_thread, k.bound_role, k.expires_at,
        o.standing = 'suspended' as suspended, o.suspended_until
      from access_key k join organization o on o.id = k.organization_id
      where k.organization_id = :organization and k.bound_user is null
      order by k.created_at, k.id
      """)
  List<Row> of(String organization);

  /** Returns how many were revoked: 0 when there is no such key or it was revoked before. */
  @Query(
      """
      update access_key set revoked_at = :at
      where id = :id and organization_id = :organization and revoked_at is null
      """)
  int revoke(UUID id, String organization, Instant at);

  @Query("update access_key set revoked_at = null where id = :id")
  void restore(UUID id);

  /** Taken by whoever makes sure of the first key, so that two instances do not make two. */
  @Query("select count(*) from (select pg_advisory_xact_lock(hashtext('access_key'))) as held")
  long lock();

  @Query("select count(*) from access_key")
  long count();

  /**
   * The columns of a key but for its hash.
   *
   * @param suspended whether its organization is
   * @param suspendedUntil when that ends; null: when somebody lifts it
   */
  @Introspected
  record Row(
      UUID id,
      String organizationId,
      String name,
      String roles,
      Instant createdAt,
      @Nullable Instant revokedAt,
      @Nullable String boundUser,
      @Nullable String boundThread,
      @Nullable String boundRole,
      @Nullable Instant expiresAt,
      boolean suspended,
      @Nullable Instant suspendedUntil) {

    boolean mayOnlyRead(final Instant now) {
      return suspended && (suspendedUntil == null || now.isBefore(suspendedUntil));
    }

    boolean inUse(final Instant now) {
      return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
  }
}
