package io.gatehouse.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Natural keys. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<EventRepository.Entity, UUID> {

  /** A key as it is handed to the database. */
  @Serdeable
  record Row(
      String organizationId,
      String source,
      String key,
      UUID eventId,
      @Nullable Instant expiresAt) {}

  /**
   * Claims keys for events, no key twice. Waits for other transactions that are claiming them; the
   * keys are claimed in one order, so that nobody waits in a circle.
   *
   * @return the events whose keys were free or had expired
   */
  @Query(
      """
      insert into message_key as known (organization_id, source, key, event_id, expires_at)
      select organization_id, source, key, event_id, expires_at
      from jsonb_to_recordset(CAST(:keys AS jsonb)) as k(organization_id text, source text,
        key text, event_id uuid, expires_at timestamptz)
      order by organization_id, source, key
      on conflict (organization_id, source, key) do update
        set event_id = excluded.event_id, expires_at = excluded.expires_at
        where known.expires_at < :now
      returning event_id
      """)
  List<UUID> claim(@TypeDef(type = DataType.JSON) List<Row> keys, Instant now);

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
