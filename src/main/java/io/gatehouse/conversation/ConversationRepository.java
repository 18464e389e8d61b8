package io.gatehouse.conversation;

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

/** Conversations and what is known in them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConversationRepository extends GenericRepository<ConversationRepository.Entity, UUID> {

  /**
   * What Micronaut Data wants to know of the table; all else is read by {@link ConversationRow}.
   */
  @MappedEntity("conversation")
  record Entity(@Id UUID id) {}

  /**
   * Each person is looked up by id. Joined, a table that is empty, and so was never counted, would
   * have the planner read all people there are for each conversation.
   */
  String WHOLE =
      """
      select c.id, c.organization_id, c.channel, c.external_ref, c.closed_at,
        (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'number', r.relay_number)
            order by r.cooling_until), '[]')
         from relay_route r
         where r.conversation_id = c.id and r.participant_id in (c.client_id, c.provider_id)
           and r.phone = (select p.phone from participant p where p.id = r.participant_id)
           and (r.cooling_until is null or c.closed_at is not null)
        ) as numbers,
        (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'name', p.name,
            'email', p.email, 'phone', p.phone, 'language', p.language,
            'user', p.external_id)), '[]')
         from (select c.client_id as id union select c.provider_id union
             select s.participant_id from conversation_staff s where s.conversation_id = c.id) m
           cross join lateral (select * from participant where id = m.id offset 0) p
        ) as members,
        (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'value', k.value)), '[]')
         from known_contact k where k.conversation_id = c.id) as contacts
      from conversation c
      """;

  @Query(
      WHOLE
          + " where c.organization_id = :organization and c.channel = :channel"
          + " and c.external_ref = :externalRef")
  Optional<ConversationRow> named(String organization, String channel, String externalRef);

  /** Several at once: the first name belongs to the first organization, and so on. */
  @Query(
      WHOLE
          + """
           where c.id = any(array(
             select named.id
             from unnest(:organizations, :externalRefs) as w(organization, external_ref)
               cross join lateral (select k.id from conversation k
                 where k.organization_id = w.organization and k.channel = :channel
                   and k.external_ref = w.external_ref offset 0) named))
          """)
  List<ConversationRow> all(
      String channel,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> organizations,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> externalRefs);

  @Query(WHOLE + " where c.organization_id = :organization and c.id = :id")
  Optional<ConversationRow> withId(String organization, UUID id);

  /** Does nothing when it was added meanwhile. */
  @Query(
      """
      insert into conversation (id, organization_id, channel, external_ref, created_at)
      values (:id, :organization, :channel, :externalRef, :at)
      on conflict do nothing
      """)
  void add(UUID id, String organization, String channel, String externalRef, Instant at);

  /** As the owner says; a side that is not named is anybody's to fill. */
  @Query(
      """
      update conversation set client_id = :client, provider_id = :provider,
        client_source = case when CAST(:client AS uuid) is null then null else 'owner' end,
        provider_source = case when CAST(:provider AS uuid) is null then null else 'owner' end
      where id = :id
      """)
  void seat(UUID id, @Nullable UUID client, @Nullable UUID provider);

  /** Fills empty seats only, as a payload says. */
  @Query(
      """
      update conversation set client_id = coalesce(client_id, :client),
        client_source = case when client_id is null and CAST(:client AS uuid) is not null
            then 'payload' else client_source end,
        provider_id = coalesce(provider_id, :provider),
        provider_source = case when provider_id is null and CAST(:provider AS uuid) is not null
            then 'payload' else provider_source end
      where id = :id
      """)
  void fill(UUID id, @Nullable UUID client, @Nullable UUID provider);

  /**
   * Seats people as the site says, but never in the place of those whom the owner named (B23).
   *
   * @param noClient whether the seat is emptied where the site names nobody for it
   */
  @Query(
      """
      update conversation set
        client_id = case when client_source = 'owner' then client_id
            when CAST(:client AS uuid) is not null then CAST(:client AS uuid)
            when :noClient then null else client_id end,
        client_source = case when client_source = 'owner' then client_source
            when CAST(:client AS uuid) is not null then 'site'
            when :noClient then null else client_source end,
        provider_id = case when provider_source = 'owner' then provider_id
            when CAST(:provider AS uuid) is not null then CAST(:provider AS uuid)
            when :noProvider then null else provider_id end,
        provider_source = case when provider_source = 'owner' then provider_source
            when CAST(:provider AS uuid) is not null then 'site'
            when :noProvider then null else provider_source end
      where id = :id
      """)
  void correct(
      UUID id,
      @Nullable UUID client,
      boolean noClient,
      @Nullable UUID provider,
      boolean noProvider);

  /** Gives one person's seats to another, who turned out to be the same. */
  @Query(
      """
      update conversation set
        client_id = case when client_id = :from then CAST(:to AS uuid) else client_id end,
        provider_id = case when provider_id = :from then CAST(:to AS uuid) else provider_id end
      where client_id = :from or provider_id = :from
      """)
  void reseat(UUID from, UUID to);

  /**
   * @return 0 when it was closed before, else 1
   */
  @Query("update conversation set closed_at = :at where id = :id and closed_at is null")
  int close(UUID id, Instant at);

  /**
   * @return 0 when it was open before, else 1
   */
  @Query("update conversation set closed_at = null where id = :id and closed_at is not null")
  int open(UUID id);

  /**
   * Others who hold or change one of them wait until the transaction ends. Held in one order, so
   * that nobody waits in a circle.
   */
  @Query("select id from conversation where id = any(CAST(:ids AS uuid[])) order by id for update")
  List<UUID> hold(@TypeDef(type = DataType.STRING_ARRAY) List<String> ids);

  @Query("delete from conversation_staff where conversation_id = :conversation")
  void removeStaff(UUID conversation);

  @Query(
      """
      insert into conversation_staff (organization_id, conversation_id, participant_id)
      values (:organization, :conversation, :participant)
      on conflict do nothing
      """)
  void addStaff(String organization, UUID conversation, UUID participant);

  @Query("delete from known_contact where conversation_id = :conversation and source = :source")
  void forgetContacts(UUID conversation, String source);

  @Query(
      """
      insert into known_contact (organization_id, conversation_id, kind, value, source)
      select :organization, :conversation, :kind, v, :source from unnest(:contacts) as v
      on conflict do nothing
      """)
  void allow(
      String organization,
      UUID conversation,
      String kind,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> contacts,
      String source);
}
