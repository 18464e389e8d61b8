package io.gatehouse.spamlog;

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

/** The log's rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SpamRepository extends GenericRepository<SpamRepository.Row, UUID> {

  String ROW =
      """
      select s.id, s.organization_id, s.asked_by, s.subject, s.content_type,
        s.sanitised_content, s.spam_score, cast(s.spam_reasons as text) as spam_reasons,
        s.is_high_risk, s.action_taken, s.created_at, host(s.ip_address) as ip_address,
        r.turn, r.verdict, r.reason, r.reviewer, r.reviewed_at
      from spam_log s
      left join lateral (select * from spam_review r where r.spam_id = s.id
          order by r.turn desc limit 1) r on true
      """;

  @Query(
      """
      insert into spam_log (id, organization_id, asked_by, subject, content_type, original_content,
        original_until, sanitised_content, spam_score, spam_reasons, is_high_risk, action_taken,
        created_at, ip_address)
      values (:id, :organizationId, :askedBy, :subject, :contentType,
        nullif(:original, cast('' as bytea)), :originalUntil,
        :sanitised, :score, cast(:reasons as jsonb), :highRisk, :action, :at,
        cast(:address as inet))
      """)
  void insert(
      UUID id,
      @Nullable String organizationId,
      String askedBy,
      @Nullable String subject,
      String contentType,
      byte[] original,
      Instant originalUntil,
      String sanitised,
      int score,
      String reasons,
      boolean highRisk,
      String action,
      Instant at,
      @Nullable String address);

  default void add(final NewRow row) {
    insert(
        row.id(),
        row.organizationId(),
        row.askedBy(),
        row.subject(),
        row.contentType(),
        row.original(),
        row.originalUntil(),
        row.sanitised(),
        row.score(),
        row.reasons(),
        row.highRisk(),
        row.action(),
        row.at(),
        row.address());
  }

  @Query(
      """
      select id from spam_log
      where asked_by = :askedBy and created_at > :since and coalesce(organization_id, '') =
        :organization and coalesce(subject, '') = :subject and content_type = :contentType
        and sanitised_content = :sanitised
      order by id limit 1
      """)
  Optional<UUID> sameRow(
      String askedBy,
      String organization,
      String subject,
      String contentType,
      String sanitised,
      Instant since);

  default Optional<UUID> same(final Key key) {
    return sameRow(
        key.askedBy(),
        key.organization(),
        key.subject(),
        key.contentType(),
        key.sanitised(),
        key.since());
  }

  @Query(ROW + "where s.id = :id and (cast(:reader as text) is null or s.visible_to = :reader)")
  Optional<Row> byId(UUID id, @Nullable String reader);

  /**
   * The newest first.
   *
   * @param reader null for everybody's
   * @param reviewed null for both
   */
  @Query(
      ROW
          + """
          where (cast(:reader as text) is null or s.visible_to = :reader)
            and (cast(:organization as text) is null or s.organization_id = :organization)
            and (cast(:contentType as text) is null or s.content_type = :contentType)
            and (cast(:action as text) is null or s.action_taken = :action)
            and (cast(:reviewed as boolean) is null or (r.turn is not null) = :reviewed)
            and s.created_at >= :since and s.id < :before
          order by s.id desc limit :most
          """)
  List<Row> before(
      @Nullable String reader,
      @Nullable String organization,
      @Nullable String contentType,
      @Nullable String action,
      @Nullable Boolean reviewed,
      Instant since,
      UUID before,
      int most);

  @Query(
      """
      select asked_by, original_content from spam_log
      where id = :id and original_content is not null
      """)
  Optional<Original> original(UUID id);

  /** Of all that its people may read, as {@link #before} gives it. */
  @Query(
      """
      select count(*) as total_detections,
        count(*) filter (where is_high_risk) as high_risk_detections,
        count(*) filter (where action_taken = 'blocked') as blocked_actions,
        max(created_at) as latest_detection
      from spam_log where visible_to = :reader
      """)
  SpamStats readBy(String reader);

  /** Of what speaks of an organization (S2.10). */
  @Query(
      """
      select count(*) as total_detections,
        count(*) filter (where is_high_risk) as high_risk_detections,
        count(*) filter (where action_taken = 'blocked') as blocked_actions,
        max(created_at) as latest_detection
      from spam_log where organization_id = :organization
      """)
  SpamStats stats(String organization);

  @Query(
      """
      select count(*) from spam_log
      where organization_id = :organization and created_at >= :since
      """)
  long count(String organization, Instant since);

  @Query(
      """
      select organization_id, count(*) as detections,
        count(*) filter (where is_high_risk) as high_risk, max(created_at) as latest
      from spam_log where created_at >= :since and organization_id is not null
      group by organization_id order by organization_id
      """)
  List<SpamTally> since(Instant since);

  @Query(
      """
      update spam_log set original_content = null
      where original_content is not null and original_until <= :now
      """)
  int forget(Instant now);

  /** What is written; an empty original is none. */
  record NewRow(
      UUID id,
      @Nullable String organizationId,
      String askedBy,
      @Nullable String subject,
      String contentType,
      byte[] original,
      Instant originalUntil,
      String sanitised,
      int score,
      String reasons,
      boolean highRisk,
      String action,
      Instant at,
      @Nullable String address) {}

  /** What makes two detections one; empty where there is none. */
  record Key(
      String askedBy,
      String organization,
      String subject,
      String contentType,
      String sanitised,
      Instant since) {}

  /** What was given, sealed for whoever asked. */
  @Introspected
  record Original(String askedBy, byte[] originalContent) {}

  /** A row with the last word on it. */
  @Introspected
  record Row(
      UUID id,
      @Nullable String organizationId,
      String askedBy,
      @Nullable String subject,
      String contentType,
      String sanitisedContent,
      int spamScore,
      String spamReasons,
      boolean isHighRisk,
      String actionTaken,
      Instant createdAt,
      @Nullable String ipAddress,
      @Nullable Integer turn,
      @Nullable String verdict,
      @Nullable String reason,
      @Nullable String reviewer,
      @Nullable Instant reviewedAt) {}
}
