package io.gatehouse.effects;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every step of an effect is one statement that checks and moves the state at once. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EffectRepository extends GenericRepository<EffectRow, UUID> {

  @Query(
      """
      insert into effect (id, organization_id, lane, kind, conversation_id, event_id, payload,
          added_at, expires_at, not_before)
      values (:id, :organizationId, :lane, :kind, :conversationId, :eventId,
          CAST(:payload AS jsonb), :addedAt, :expiresAt, :notBefore)
      """)
  void insert(List<EffectRow> rows);

  /** Begins an attempt, unless it has begun, is over, too late or held behind an earlier one. */
  @Query(
      """
      update effect e set state = 'running', attempts = e.attempts + 1, checks = 0,
          version = e.version + 1, started_at = :now
      where e.id = :id and e.state = 'waiting' and (e.expires_at is null or e.expires_at > :now)
        and (e.not_before is null or e.not_before <= :now)
        and not exists (select 1 from effect earlier
            where earlier.conversation_id = e.conversation_id and earlier.lane = e.lane
              and earlier.number < e.number and earlier.state in ('waiting', 'running'))
      returning e.*
      """)
  @Nullable EffectRow claim(UUID id, Instant now);

  /** Begins to look into an attempt of unknown outcome. */
  @Query(
      """
      update effect set checks = checks + 1, version = version + 1
      where id = :id and version = :version and state = 'running'
      returning effect.*
      """)
  @Nullable EffectRow check(UUID id, long version);

  @Query("select * from effect where id = :id")
  Optional<EffectRow> find(UUID id);

  @Query(
      """
      select exists (select 1 from effect
          where conversation_id = :conversation and lane = :lane and number < :number
            and state in ('waiting', 'running'))
      """)
  boolean heldBack(UUID conversation, String lane, long number);

  /** Records a step that does not end it: to be tried again (waiting) or looked into (running). */
  @Query(
      """
      update effect set state = :state, version = version + 1, outcome_code = :code,
          outcome_reason = :reason
      where id = :id and version = :version and state = 'running'
      """)
  int postpone(UUID id, long version, String state, String code, String reason);

  /** Takes an attempt back that was none: its turn comes later. */
  @Query(
      """
      update effect set state = 'waiting', attempts = attempts - 1, version = version + 1,
          outcome_code = :code, outcome_reason = :reason, not_before = :until
      where id = :id and version = :version and state = 'running'
      """)
  int putOff(UUID id, long version, String code, String reason, Instant until);

  /** Records the end. */
  @Query(
      """
      update effect set state = :state, version = version + 1, settled_at = :now,
          outcome_code = :code, outcome_reason = :reason, provider_id = :providerId
      where id = :id and version = :version and state in ('waiting', 'running')
      """)
  int settle(
      UUID id,
      long version,
      String state,
      @Nullable String code,
      @Nullable String reason,
      @Nullable String providerId,
      Instant now);

  /** Takes a settled effect's place out of the queue, in the transaction that settles it. */
  @Query("delete from scheduled_tasks where task_name = :task and task_instance = :instance")
  int leaveQueue(String task, String instance);

  /** Makes the first effect of a conversation and lane due that was never begun, from a number. */
  @Query(
      """
      update scheduled_tasks set execution_time = :now, version = version + 1
      where task_name = :task and not picked and execution_time > :now
        and task_instance = (select CAST(id AS text) from effect
            where conversation_id = :conversation and lane = :lane and number >= :number
              and state = 'waiting' and attempts = 0
              and (not_before is null or not_before <= :now) order by number limit 1)
      """)
  int wakeFirst(String task, UUID conversation, String lane, long number, Instant now);

  /** Makes an effect due whose outcome is unknown. */
  @Query(
      """
      update scheduled_tasks set execution_time = :now, version = version + 1
      where task_instance = CAST(:id AS text) and not picked and execution_time > :now
        and exists (select 1 from effect where id = :id and state = 'running')
      """)
  int wakeUnknown(UUID id, Instant now);

  /** Takes up again what was parked because nobody knew whether it was done. */
  @Query(
      """
      update effect set state = 'running', attempts = 1, checks = 0, version = version + 1,
          settled_at = null
      where id = :id and state = 'parked' and outcome_code = 'unknown'
      returning effect.*
      """)
  @Nullable EffectRow takeUp(UUID id);

  /** Sends all round again that stopped for one reason. */
  @Query(
      """
      update effect set state = 'waiting', attempts = 0, checks = 0, version = version + 1,
          settled_at = null, not_before = null, outcome_code = 'retried', outcome_reason = :reason
      where organization_id = :organization and state = 'parked' and outcome_code = :code
        and outcome_code <> 'unknown'
      returning effect.*
      """)
  List<EffectRow> requeueAll(String organization, String code, String reason);

  /** Sends a parked effect round again: through {@code reconcile} if it may have been done. */
  @Query(
      """
      update effect set
          state = case when outcome_code = 'unknown' then 'running' else 'waiting' end,
          attempts = case when outcome_code = 'unknown' then 1 else 0 end,
          checks = 0, version = version + 1, settled_at = null, not_before = null,
          outcome_code = 'retried', outcome_reason = :reason
      where id = :id and organization_id = :organization and state = 'parked'
      returning effect.*
      """)
  @Nullable EffectRow requeue(UUID id, String organization, String reason);

  @Query("select * from effect where id = :id and organization_id = :organization")
  Optional<EffectRow> findOwn(UUID id, String organization);

  /** What an organization has, in the order it was added; a filter that is null lets all pass. */
  @Query(
      """
      select id, number, reference, lane, kind, conversation_id, event_id, state, attempts,
          outcome_code, outcome_reason, provider_id, added_at, started_at, settled_at, expires_at
      from effect
      where organization_id = :organization and number > :after
        and (CAST(:state AS text) is null or state = CAST(:state AS text))
        and (CAST(:event AS uuid) is null or event_id = CAST(:event AS uuid))
      order by number limit :limit
      """)
  List<EffectController.Shown> list(
      String organization, @Nullable String state, @Nullable UUID event, long after, int limit);

  @Query(
      """
      select exists (select 1 from effect
              where organization_id = :organization and lane = :lane and provider_id = :name)
          or exists (select 1 from effect
              where reference = :reference and organization_id = :organization and lane = :lane
                and provider_id is null and attempts > 0)
      """)
  boolean posted(String organization, String lane, String name, String reference);

  /** What the provider calls the newest of a kind that was done for an event. */
  @Query(
      """
      select provider_id from effect
      where organization_id = :organization and event_id = :event and kind = :kind
        and state = 'done'
      order by number desc limit 1
      """)
  Optional<String> posted(String organization, UUID event, String kind);
}
