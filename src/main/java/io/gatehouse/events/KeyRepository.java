package io.gatehouse.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Natural keys. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<EventRow, UUID> {

  /**
   * Claims a key for an event. Waits for another transaction that is claiming it.
   *
   * @return the event when the key was free or had expired, else null (an insert that returns no
   *     row gives null even where an Optional is asked for)
   */
  @Query(
      """
      insert into message_key as known (organization_id, source, key, event_id, expires_at)
      values (:organization, :source, :key, :event, :expiresAt)
      on conflict (organization_id, source, key) do update
        set event_id = excluded.event_id, expires_at = excluded.expires_at
        where known.expires_at < :now
      returning event_id
      """)
  @Nullable UUID claim(
      String organization,
      String source,
      String key,
      UUID event,
      @Nullable Instant expiresAt,
      Instant now);

  @Query(
      """
      select event_id from message_key
      where organization_id = :organization and source = :source and key = :key
      """)
  Optional<UUID> holder(String organization, String source, String key);

  /** Lets a key lead to another event than it was claimed for. */
  @Query(
      """
      update message_key set event_id = :event
      where organization_id = :organization and source = :source and key = :key
      """)
  void point(String organization, String source, String key, UUID event);

  /** Those of the names that are taken. */
  @Query(
      """
      select key from message_key
      where organization_id = :organization and source = :source and key in (:names)
      """)
  List<String> known(String organization, String source, List<String> names);
}
