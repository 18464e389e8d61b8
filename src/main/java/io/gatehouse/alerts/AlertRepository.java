package io.gatehouse.alerts;

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

/** Alerts and the messages they are about. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertRepository extends GenericRepository<AlertRow, UUID> {

  String COLUMNS =
      """
      select a.id, a.organization_id, a.state, a.opener, a.issue, a.strikes, a.high, a.opened_at,
        a.last_at, a.closed_at, a.closed_by
      from compliance_alert a
      """;

  /** An alert whose last strike is out of the window takes no more of them. */
  @Query(
      """
      update compliance_alert set current = false
      where organization_id = :organization and matter = :matter and current and last_at <= :since
      """)
  void supersede(String organization, UUID matter, Instant since);

  /** Adds a message to the matter's alert, which begins with it if there is none. */
  @Query(
      """
      with alert as (
        insert into compliance_alert as a (id, organization_id, matter, pair_id, conversation_id,
            state, opener, strikes, opened_at, last_at)
        values (:id, :organization, :matter, CAST(:pair AS uuid), CAST(:conversation AS uuid),
            'opening', :event, :strikes, :at, :at)
        on conflict (organization_id, matter) where current
          do update set strikes = greatest(a.strikes, excluded.strikes),
            last_at = greatest(a.last_at, excluded.last_at)
        returning a.id)
      insert into compliance_alert_strike as s (event_id, organization_id, alert_id)
      select CAST(:event AS uuid), CAST(:organization AS text), alert.id from alert
      on conflict (event_id) do update set alert_id = excluded.alert_id
      returning s.alert_id
      """)
  UUID add(
      UUID id,
      String organization,
      UUID matter,
      @Nullable UUID pair,
      @Nullable UUID conversation,
      UUID event,
      int strikes,
      Instant at);

  @Query(COLUMNS + " where a.id = :id for update")
  Optional<AlertRow> hold(UUID id);

  @Query(
      COLUMNS
          + " join compliance_alert_strike s on s.alert_id = a.id"
          + " where s.event_id = :event for update of a")
  Optional<AlertRow> holdOf(UUID event);

  @Query(COLUMNS + " where a.organization_id = :organization and a.issue = :issue for update")
  Optional<AlertRow> holdNamed(String organization, String issue);

  @Query("update compliance_alert set opener = :event where id = :id and opener is null")
  int takeOver(UUID id, UUID event);

  @Query(
      """
      update compliance_alert set opener = null where opener = :event and issue is null
      """)
  void openingFailed(UUID event);

  /** Does nothing when it has an Issue already. */
  @Query(
      """
      update compliance_alert set issue = :issue, high = :high,
          state = case state when 'opening' then 'open' else state end
      where issue is null
        and id = (select alert_id from compliance_alert_strike where event_id = :event)
      """)
  void opened(UUID event, String issue, boolean high);

  @Query("update compliance_alert_strike set shown_at = :at where event_id = :event")
  void shown(UUID event, Instant at);

  @Query("update compliance_alert set high = true where id = :id")
  void raised(UUID id);

  /** Who closed it first stays who did. */
  @Query(
      """
      update compliance_alert set state = :state, current = false,
          closed_at = coalesce(closed_at, :at), closed_by = coalesce(closed_by, :by)
      where id = :id
      """)
  void end(UUID id, String state, String by, Instant at);

  /** It takes strikes again unless another one does by now. */
  @Query(
      """
      update compliance_alert a set state = 'open', closed_at = null, closed_by = null,
          current = not exists (select 1 from compliance_alert o
            where o.organization_id = a.organization_id and o.matter = a.matter and o.current)
      where a.id = :id
      """)
  void reopen(UUID id);

  @Query(
      """
      select exists (select 1
          from compliance_alert_strike s join anti_poaching_attempt t on t.event_id = s.event_id
          where s.alert_id = :alert and t.resolved_at is null)
      """)
  boolean unresolved(UUID alert);

  /** The messages that the desk could read of and nobody has had a word on. */
  @Query(
      """
      select s.event_id
      from compliance_alert_strike s join anti_poaching_attempt t on t.event_id = s.event_id
      where s.alert_id = :alert and s.shown_at is not null and t.resolved_at is null
      order by s.event_id
      """)
  List<UUID> shownAndOpen(UUID alert);

  /** The Issue of the open alert of a conversation's pair, or of the conversation alone. */
  @Query(
      """
      select a.issue from compliance_alert a
      join conversation c on c.id = :conversation and c.organization_id = a.organization_id
      left join pair p on p.id = a.pair_id
      where a.organization_id = :organization and a.current and a.state = 'open'
        and (a.matter = c.id or a.pair_id is not null
          and p.client_id is not distinct from c.client_id
          and p.provider_id is not distinct from c.provider_id)
      """)
  Optional<String> issueFor(String organization, UUID conversation);

  /** The newest first. */
  @Query(
      """
      select a.id, a.state, a.issue, a.strikes, a.opened_at, a.last_at, a.closed_at, a.closed_by,
          c.name as client_name, coalesce(c.email, c.phone, c.external_id) as client_address,
          r.name as provider_name, coalesce(r.email, r.phone, r.external_id) as provider_address,
          (select string_agg(CAST(s.event_id AS text), ' ' order by s.event_id)
           from compliance_alert_strike s where s.alert_id = a.id) as events
      from compliance_alert a
      left join pair p on p.id = a.pair_id
      left join conversation v on v.id = a.conversation_id
      left join participant c on c.id = coalesce(p.client_id, v.client_id)
      left join participant r on r.id = coalesce(p.provider_id, v.provider_id)
      where a.organization_id = :organization
        and (CAST(:state AS text) is null or a.state = CAST(:state AS text))
        and (CAST(:before AS uuid) is null or a.id < CAST(:before AS uuid))
      order by a.id desc limit :most
      """)
  List<Listed> list(String organization, @Nullable String state, @Nullable UUID before, int most);

  /**
   * An alert with the people it is about.
   *
   * @param events the messages' ids, parted by blanks
   */
  @Introspected
  record Listed(
      UUID id,
      String state,
      @Nullable String issue,
      int strikes,
      Instant openedAt,
      Instant lastAt,
      @Nullable Instant closedAt,
      @Nullable String closedBy,
      @Nullable String clientName,
      @Nullable String clientAddress,
      @Nullable String providerName,
      @Nullable String providerAddress,
      @Nullable String events) {}
}
