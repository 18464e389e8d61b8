package io.gatehouse.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the messages sent. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeliveryRepository extends GenericRepository<Delivery, UUID> {

  /**
   * Writes down that a message is about to be sent, or waits for its turn. What was refused before
   * begins anew; what the carrier has taken stays as it is.
   *
   * @param attemptAt null while it waits
   * @return whether it is seen for the first time
   */
  @Query(
      """
      insert into sms_delivery as d (effect_id, organization_id, event_id, carries, number, phone,
          resend, encoding, segments, status, rank, planned_at, first_attempt_at, attempted_at,
          changed_at)
      values (:effect, :organization, :event, :carries, :relayNumber, :phone, :resend, :encoding,
          :segments, case when CAST(:attemptAt AS timestamptz) is null then 'planned' else 'attempted' end,
          0, :now, :attemptAt, :attemptAt, :now)
      on conflict (effect_id) do update set
          status = case when d.sid is null then excluded.status else d.status end,
          rank = case when d.sid is null then 0 else d.rank end,
          error_code = null, changed_at = excluded.changed_at,
          first_attempt_at = coalesce(d.first_attempt_at, excluded.first_attempt_at),
          attempted_at = coalesce(excluded.attempted_at, d.attempted_at)
      returning (xmax = 0)
      """)
  boolean plan(
      UUID effect,
      String organization,
      @Nullable UUID event,
      boolean carries,
      String relayNumber,
      String phone,
      int resend,
      String encoding,
      int segments,
      @Nullable Instant attemptAt,
      Instant now);

  /** The carrier took it under a name. */
  @Query(
      """
      update sms_delivery set sid = :sid, accepted_at = :now,
          changed_at = case when rank < 20 then :now else changed_at end,
          look_at = case when rank < 50 then CAST(:lookAt AS timestamptz) end,
          status = case when rank < 20 then 'queued' else status end, rank = greatest(rank, 20)
      where effect_id = :effect and (sid is null or sid = :sid)
      """)
  int accepted(UUID effect, String sid, Instant now, Instant lookAt);

  @Query(
      """
      update sms_delivery set status = 'refused', rank = 50, error_code = :code, changed_at = :now
      where effect_id = :effect and sid is null
      """)
  int refused(UUID effect, String code, Instant now);

  @Query("select * from sms_delivery where effect_id = :effect")
  Optional<Delivery> find(UUID effect);

  /** By the carrier's name for it, else by ours; held until the transaction ends. */
  @Query(
      """
      select * from sms_delivery
      where organization_id = :organization
        and (sid = :sid or effect_id = CAST(:effect AS uuid))
      order by sid is null, sid <> :sid limit 1 for update
      """)
  Optional<Delivery> hold(String organization, @Nullable UUID effect, String sid);

  @Query(
      """
      update sms_delivery set sid = :sid, status = :status, rank = :rank, error_code = :code,
          changed_at = :now, look_at = case when :rank < 50 then look_at end
      where effect_id = :effect
      """)
  void report(UUID effect, String sid, String status, int rank, @Nullable String code, Instant now);

  @Query("update sms_delivery set sid = :sid where effect_id = :effect and sid is null")
  void proved(UUID effect, String sid);

  @Query(
      """
      select exists (select from sms_delivery
        where organization_id = :organization and sid = :sid and effect_id <> :effect)
      """)
  boolean ofAnother(String organization, String sid, UUID effect);

  @Query(
      """
      select * from sms_delivery where look_at <= :now and sid is not null
      order by look_at limit :most
      """)
  List<Delivery> toLookAt(Instant now, int most);

  @Query("update sms_delivery set look_at = :next where effect_id = :effect and rank < 50")
  void looked(UUID effect, @Nullable Instant next);

  /**
   * @return 1 when nobody was told since, else 0
   */
  @Query(
      """
      insert into sms_alarm as a (organization_id, code, told_at)
      values (:organization, :code, :now)
      on conflict (organization_id, code) do update set told_at = excluded.told_at
        where a.told_at < :since
      """)
  int tell(String organization, String code, Instant now, Instant since);

  @Query("select number from relay_number where organization_id = :organization order by number")
  List<String> numbers(String organization);

  /** Those names of messages that came in that are known. */
  @Query(
      """
      select key from message_key
      where organization_id = :organization and source = 'twilio' and key in (:sids)
      """)
  List<String> known(String organization, List<String> sids);

  @Query("select looked_at from sms_look where organization_id = :organization")
  Optional<Instant> lookedAt(String organization);

  @Query(
      """
      insert into sms_look (organization_id, looked_at) values (:organization, :now)
      on conflict (organization_id) do update set looked_at = excluded.looked_at
      """)
  void looked(String organization, Instant now);
}
