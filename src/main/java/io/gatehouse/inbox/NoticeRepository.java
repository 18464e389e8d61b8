package io.gatehouse.inbox;

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

@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeRepository extends GenericRepository<NoticeRepository.Row, UUID> {

  /**
   * Adds any number in one round trip.
   *
   * @param notices a JSON array of objects with the columns' names
   */
  @Query(
      """
      insert into notice
          (id, organization_id, kind, conversation_id, event_id, facts, posted_at)
      select id, organization_id, kind, conversation_id, event_id, facts, :at
      from jsonb_to_recordset(cast(:notices as jsonb)) as n(
          id uuid, organization_id text, kind text, conversation_id uuid, event_id uuid,
          facts jsonb)
      """)
  int add(String notices, Instant at);

  /** The newest first. */
  @Query(
      """
      select id, kind, conversation_id, event_id, cast(facts as text) as facts, posted_at, read_at,
             read_by
      from notice
      where organization_id = :organization and id < :before and (read_at is null or :read)
      order by id desc limit :most
      """)
  List<Row> before(String organization, UUID before, boolean read, int most);

  @Query(
      """
      select id, kind, conversation_id, event_id, cast(facts as text) as facts, posted_at, read_at,
             read_by
      from notice where organization_id = :organization and id = :id
      """)
  Optional<Row> byId(String organization, UUID id);

  @Query(
      """
      select id, kind, conversation_id, event_id, cast(facts as text) as facts, posted_at, read_at,
             read_by
      from notice
      where organization_id = :organization and id in (:ids) and read_at is null
      order by id desc
      """)
  List<Row> unreadAmong(String organization, List<UUID> ids);

  @Query("select count(*) from notice where organization_id = :organization and read_at is null")
  long unread(String organization);

  /** Who was first stays who read it. */
  @Query(
      """
      update notice set read_at = :at, read_by = :by
      where organization_id = :organization and id = :id and read_at is null
      """)
  int read(String organization, UUID id, Instant at, String by);

  /** Whoever decided on a message has read what was said of it. */
  @Query(
      """
      update notice set read_at = :at, read_by = :by
      where organization_id = :organization and event_id = :event and read_at is null
      """)
  int readOf(String organization, UUID event, Instant at, String by);

  /**
   * @param facts a JSON object
   */
  @Introspected
  record Row(
      UUID id,
      String kind,
      @Nullable UUID conversationId,
      @Nullable UUID eventId,
      String facts,
      Instant postedAt,
      @Nullable Instant readAt,
      @Nullable String readBy) {}
}
