package io.gatehouse.tenancy;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to organizations; only ever added to. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModerationRepository extends GenericRepository<ModerationRepository.Row, Long> {

  /**
   * @param metadata a JSON object
   */
  @Query(
      """
      insert into organization_moderation (organization_id, action, previous_standing,
          new_standing, reason, moderator, moderator_key, created_at, expires_at, metadata)
      values (:organization, :action, :before, :after, :reason, :moderator, :key, :at, :until,
          CAST(:metadata AS jsonb))
      """)
  void add(
      String organization,
      String action,
      String before,
      String after,
      String reason,
      String moderator,
      @Nullable UUID key,
      Instant at,
      @Nullable Instant until,
      String metadata);

  /** The newest first. */
  @Query(
      """
      select id, action, previous_standing, new_standing, reason, moderator, moderator_key,
          created_at, expires_at, CAST(metadata AS text) as metadata
      from organization_moderation where organization_id = :organization and id < :before
      order by id desc limit :most
      """)
  List<Row> before(String organization, long before, int most);

  /**
   * @param metadata a JSON object
   */
  @Introspected
  record Row(
      long id,
      String action,
      String previousStanding,
      String newStanding,
      String reason,
      String moderator,
      @Nullable UUID moderatorKey,
      Instant createdAt,
      @Nullable Instant expiresAt,
      String metadata) {}
}
