package io.gatehouse.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys bound to one person, and which keys of any kind are still good. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ParticipantKeyRepository extends GenericRepository<KeyRepository.Row, UUID> {

  @Query(
      """
      insert into access_key (id, organization_id, name, hash, roles, created_at,
        bound_user, bound_thread, bound_role, expires_at)
      values (:id, :organization, :name, :hash, array['participant'], :at,
        :user, :thread, :role, :until)
      """)
  void add(
      UUID id,
      String organization,
      String name,
      byte[] hash,
      Instant at,
      String user,
      @Nullable String thread,
      @Nullable String role,
      Instant until);

  /**
   * @param ids joined by commas
   * @return those of them that still open something
   */
  @Query(
      """
      select id from access_key
      where id = any (CAST(string_to_array(:ids, ',') AS uuid[]))
        and revoked_at is null and (expires_at is null or expires_at > :now)
      """)
  List<UUID> inUse(String ids, Instant now);

  @Query("delete from access_key where expires_at < :before")
  int purge(Instant before);
}
