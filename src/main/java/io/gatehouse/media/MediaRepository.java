package io.gatehouse.media;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files and their bytes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MediaRepository extends GenericRepository<MediaItem, UUID> {

  String ROW =
      "select id, event_id, position, url, declared_type, state, reason, type, size from media_item ";

  @Query(
      """
      insert into media_item
          (id, organization_id, event_id, position, url, declared_type, added_at)
      values (:id, :organization, :event, :position, :url, :declaredType, :at)
      """)
  void add(
      UUID id,
      String organization,
      UUID event,
      int position,
      String url,
      String declaredType,
      Instant at);

  @Query(ROW + "where id = :id")
  Optional<MediaItem> find(UUID id);

  @Query(ROW + "where organization_id = :organization and event_id = :event order by position")
  List<MediaItem> ofEvent(String organization, UUID event);

  @Query("select type, position, bytes from media_item where id = :id and state = 'fetched'")
  Optional<Content> content(UUID id);

  @Query(
      """
      update media_item set state = 'fetched', reason = null, type = :type, sha256 = :sha256,
          size = :size, bytes = :bytes
      where id = :id and state in ('waiting', 'refused')
      """)
  void fetched(UUID id, String type, byte[] sha256, int size, byte[] bytes);

  @Query(
      "update media_item set state = 'refused', reason = :reason where id = :id and state = 'waiting'")
  void refused(UUID id, String reason);

  @Query("update media_item set settled = true where id = :id")
  void settled(UUID id);

  @Query("select exists (select 1 from media_item where event_id = :event and not settled)")
  boolean unsettled(UUID event);

  @Query("update media_item set found_event_id = :found where event_id = :event")
  void found(UUID event, UUID found);

  @Query(
      """
      select distinct found_event_id from media_item
      where event_id = :event and found_event_id is not null
      """)
  List<UUID> foundIn(UUID event);

  @Query("update media_item set passed_on_at = :at where id = :id")
  void passedOn(UUID id, Instant at);

  /** What was delivered is not needed for long, the rest until the owner has had time enough. */
  @Query(
      """
      update media_item i set state = 'purged', bytes = null
      where i.bytes is not null and (i.added_at < :before
          or i.passed_on_at < :deliveredBefore and exists (select 1 from message_event e
              where e.id = i.event_id and e.state in ('sent', 'delivered')))
      """)
  int purge(Instant before, Instant deliveredBefore);

  /** A file as it is passed on. */
  @Introspected
  record Content(String type, int position, byte[] bytes) {}
}
