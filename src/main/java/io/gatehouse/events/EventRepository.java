package io.gatehouse.events;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
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

/** Events and their texts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EventRepository extends GenericRepository<EventRepository.Entity, UUID> {

  /** What Micronaut Data wants to know of the table; all else is read by {@link StoredEvent}. */
  @MappedEntity("message_event")
  record Entity(@Id UUID id) {}

  String WHOLE =
      """
      select e.id, e.organization_id, e.conversation_id, e.channel, e.direction, e.sender_role,
        e.sender_id, e.sender_address, e.handling, e.decision, e.step, e.plan, e.risk,
        e.flag_count, e.truncated, e.state, e.envelope, e.received_at, e.moderation, t.format,
        t.text, (select coalesce(jsonb_agg(jsonb_build_object('start', f.span_start, 'end', f.span_end,
            'type', f.class, 'rule', f.rule, 'confidence', f.confidence,
            'disguise', f.disguise, 'reason', f.reason, 'setting', f.setting) order by f.id), '[]')
         from conversation_flag f where f.event_id = e.id and f.text_event_id = e.id) as flags
      from message_event e join message_text t on t.event_id = e.id
      """;

  /** Whether both sides can have read an event's text as it was written. */
  String SHOWN =
      """
       (e.state = 'released' or (e.plan ->> 'delivery' = 'AS_IS'
          and e.state in ('visible', 'queued', 'sent', 'delivered'))) as shown
      """;

  /** Adds any number with their texts in one round trip. */
  @Query(
      """
      with said as (
        select * from jsonb_to_recordset(CAST(:events AS jsonb)) as r(id uuid,
          organization_id text, conversation_id uuid, channel text, direction text,
          sender_role text, sender_id uuid, sender_address text, handling text, decision text,
          step text, plan jsonb, risk double precision, flag_count integer, rule_set text,
          settings_version integer, truncated boolean, state text, was_blocked boolean,
          anti_poaching_flagged boolean, spared boolean, envelope jsonb, received_at timestamptz,
          moderation jsonb, format text, text text)
      ), kept as (
        insert into message_event (id, organization_id, conversation_id, channel, direction,
          sender_role, sender_id, sender_address, handling, decision, step, plan, risk,
          flag_count, rule_set, settings_version, truncated, state, was_blocked,
          anti_poaching_flagged, spared, envelope, received_at, moderation)
        select id, organization_id, conversation_id, channel, direction,
          sender_role, sender_id, sender_address, handling, decision, step, plan, risk,
          flag_count, rule_set, settings_version, truncated, state, was_blocked,
          anti_poaching_flagged, spared, envelope, received_at, moderation
        from said
      )
      insert into message_text (event_id, organization_id, format, text)
      select id, organization_id, format, text from said
      """)
  int add(@TypeDef(type = DataType.JSON) List<EventRow> events);

  @Query(WHOLE + " where e.organization_id = :organization and e.id = :id")
  Optional<StoredEvent> whole(String organization, UUID id);

  @Query(
      WHOLE
          + " join message_key k on k.event_id = e.id and k.organization_id = e.organization_id"
          + " where k.organization_id = :organization and k.source = :source and k.key = :key")
  Optional<StoredEvent> named(String organization, String source, String key);

  @Query(WHOLE + " where e.organization_id = :organization and e.id in (:ids)")
  List<StoredEvent> all(String organization, List<UUID> ids);

  /** What a list may be narrowed to; a parameter that is null lets all pass. */
  String NARROWED =
      """
       where e.organization_id = :organization
        and (CAST(:before AS uuid) is null or e.id < CAST(:before AS uuid))
        and (CAST(:state AS text) is null or e.state = CAST(:state AS text))
        and (CAST(:decision AS text) is null or e.decision = CAST(:decision AS text))
        and (CAST(:channel AS text) is null or e.channel = CAST(:channel AS text))
      """;

  String NEWEST = " order by e.id desc limit :most";

  @Query(WHOLE + NARROWED + NEWEST)
  List<StoredEvent> newest(
      String organization,
      @Nullable UUID before,
      @Nullable String state,
      @Nullable String decision,
      @Nullable String channel,
      int most);

  @Query(
      WHOLE
          + " join conversation c on c.id = e.conversation_id and c.external_ref = :conversation"
          + NARROWED
          + NEWEST)
  List<StoredEvent> newestOf(
      String conversation,
      String organization,
      @Nullable UUID before,
      @Nullable String state,
      @Nullable String decision,
      @Nullable String channel,
      int most);

  /** What was said in a conversation before one of its messages, newest first. */
  @Query(
      """
      select e.conversation_id, e.id, e.sender_role, t.format, t.text,
        """
          + SHOWN
          + """
      from message_event e join message_text t on t.event_id = e.id
      where e.conversation_id = :conversation and e.received_at > :since and e.id < :event
        and e.handling in ('screen', 'hold', 'passed')
      order by e.received_at desc, e.id desc limit :most
      """)
  List<Memory.Entry> beforeEvent(UUID conversation, UUID event, Instant since, int most);

  /**
   * What was said before in some conversations, oldest first; of each no more than the newest. They
   * are not handed over as an array: how long it is would make PostgreSQL plan each call anew.
   */
  @Query(
      """
      select said.* from jsonb_array_elements_text(CAST(:conversations AS jsonb)) as c(id)
        cross join lateral (
          select e.conversation_id, e.id, e.sender_role, t.format, t.text, e.received_at,
        """
          + SHOWN
          + """
          from message_event e join message_text t on t.event_id = e.id
          where e.conversation_id = CAST(c.id AS uuid) and e.received_at > :since
            and e.handling in ('screen', 'hold', 'examine', 'passed')
          order by e.received_at desc, e.id desc limit :most) said
      order by received_at, id
      """)
  List<Memory.Entry> before(
      @TypeDef(type = DataType.JSON) List<UUID> conversations, Instant since, int most);

  /** Texts with findings in them that both sides have read, newest first. */
  @Query(
      """
      select * from (
        select e.conversation_id, e.id, e.sender_role, t.format, t.text, e.received_at,
      """
          + SHOWN
          + """
        from message_event e join message_text t on t.event_id = e.id
        where e.conversation_id = :conversation
          and exists (select 1 from conversation_flag f where f.text_event_id = e.id)
      ) said where shown
      order by received_at desc, id desc limit :most
      """)
  List<Memory.Entry> found(UUID conversation, int most);

  /**
   * Conversations of the same two people count as one, as they do for strikes. A false alarm uses
   * nothing up.
   */
  @Query(
      """
      select exists (
        select 1 from conversation c
          join conversation o on o.organization_id = c.organization_id
            and (o.id = c.id or (c.client_id is not null and c.provider_id is not null
              and o.client_id = c.client_id and o.provider_id = c.provider_id))
          join message_event e on e.conversation_id = o.id and e.spared
        where c.id = :conversation
          and (e.sender_id = CAST(:participant AS uuid)
            or lower(e.sender_address) = lower(:address))
          and not exists (select 1 from anti_poaching_attempt a
            where a.event_id = e.id and a.verdict = 'false_alarm'))
      """)
  boolean sparedBefore(UUID conversation, @Nullable UUID participant, String address);

  /** The state, held until the transaction ends. */
  @Query(
      """
      select state from message_event
      where organization_id = :organization and id = :id for update
      """)
  Optional<String> hold(String organization, UUID id);

  @Query("update message_event set state = :state where id = :id")
  void move(UUID id, String state);

  @Query("update message_event set state = :to where id = :id and state in (:from)")
  int moveFrom(UUID id, List<String> from, String to);

  @Query("update message_event set moderation = CAST(:opinion AS jsonb) where id = :id")
  void moderate(UUID id, @TypeDef(type = DataType.JSON) OpinionJson opinion);

  /** It goes on after all, and was never blocked. */
  @Query(
      """
      update message_event set state = :to, was_blocked = false
      where id = :id and state = 'withheld'
      """)
  int goOn(UUID id, String to);

  /** Only now it is blocked: before, the other side could read it (B20). */
  @Query(
      """
      update message_event set was_blocked = true,
        state = case when exists (select 1 from anti_poaching_attempt a
            where a.event_id = :id and a.resolved_at is not null) then 'dismissed'
          else 'withheld' end
      where id = :id and state = 'visible'
      """)
  int withhold(UUID id);

  /** It was let pass before it could be withheld. */
  @Query(
      """
      update message_event set state = 'visible', handling = 'passed', was_blocked = false
      where id = :id and state in ('withheld', 'dismissed') and handling <> 'passed'
      """)
  int pass(UUID id);

  /** It was not delivered although it might have been. */
  @Query(
      """
      update message_event set state = 'withheld', handling = 'hold', was_blocked = true
      where id = :id and state = 'sent' and handling = 'screen'
      """)
  int holdBack(UUID id);
}
