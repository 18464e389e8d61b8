package io.gatehouse.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attempts: opened with their event, resolved by the owner. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttemptRepository extends GenericRepository<EventRepository.Entity, UUID> {

  @Query(
      """
      insert into anti_poaching_attempt (id, organization_id, event_id, conversation_id, actor_role,
        actor_id, classes, action, opened_at, owner_notified_at)
      values (:id, :organization, :event, :conversation, :actorRole, :actor, :classes, :action, :at,
        :notifiedAt)
      """)
  void open(
      UUID id,
      String organization,
      UUID event,
      @Nullable UUID conversation,
      String actorRole,
      @Nullable UUID actor,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> classes,
      String action,
      Instant at,
      @Nullable Instant notifiedAt);

  @Query("update anti_poaching_attempt set sender_warned_at = :at where event_id = :event")
  void senderWarned(UUID event, Instant at);

  @Query("update anti_poaching_attempt set admin_alerted_at = :at where event_id = :event")
  void adminAlerted(UUID event, Instant at);

  @Query(
      """
      update anti_poaching_attempt
      set action = :action, verdict = :verdict, resolved_at = :at, resolved_by = :by,
        reason = :reason
      where event_id = :event
      """)
  void resolve(
      UUID event, String action, @Nullable String verdict, Instant at, String by, String reason);

  @Query(
      """
      select action, opened_at, sender_warned_at, admin_alerted_at, verdict, resolved_at,
        resolved_by, reason
      from anti_poaching_attempt where event_id = :event
      """)
  Optional<Attempt> of(UUID event);
}
