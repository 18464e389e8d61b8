package io.gatehouse.catchup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How comparing goes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SyncRepository extends GenericRepository<SyncRepository.Sync, String> {

  @Query(
      """
      insert into site_sync as s (organization_id, begun_at) values (:organization, :at)
      on conflict (organization_id) do update set begun_at = excluded.begun_at
      """)
  int begin(String organization, Instant at);

  @Query("select * from site_sync where organization_id = :organization")
  Optional<Sync> find(String organization);

  /** Adds what was found on a day. */
  @Query(
      """
      update site_sync set found_day = :day, found_untold = found_untold + :found,
          missed = missed + :found,
          found_today = case when found_day = :day then found_today else 0 end + :found
      where organization_id = :organization
      """)
  int found(String organization, LocalDate day, long found);

  @Query(
      """
      update site_sync set done_at = :at, error_code = null, error_reason = null,
          error_next = null, error_at = null
      where organization_id = :organization
      """)
  int done(String organization, Instant at);

  @Query(
      """
      update site_sync set error_code = :code, error_reason = :reason, error_next = :next,
          error_at = :at
      where organization_id = :organization
      """)
  int failed(String organization, String code, String reason, String next, Instant at);

  /**
   * Takes what the owner was not told of yet, unless something was told since.
   *
   * @return null when there is nothing to tell
   */
  @Query(
      """
      update site_sync s set found_untold = 0, told_at = :now
      from (select organization_id, found_untold from site_sync
            where organization_id = :organization for update) before
      where s.organization_id = before.organization_id and before.found_untold > 0
        and (s.told_at is null or s.told_at < :since)
      returning s.organization_id, before.found_untold
      """)
  @Nullable Untold untold(String organization, Instant now, Instant since);

  /** Webhooks are heard. */
  @Query(
      """
      update site_sync set missed = 0, silent_at = null
      where organization_id = :organization and (missed > 0 or silent_at is not null)
      """)
  int heard(String organization);

  /**
   * @return 1 for whoever is the first to say so, else 0
   */
  @Query(
      """
      update site_sync set silent_at = :now
      where organization_id = :organization and silent_at is null and missed >= :most
      """)
  int silent(String organization, Instant now, long most);

  /** How many messages the owner was not told of. */
  @MappedEntity("site_sync")
  record Untold(@Id String organizationId, long foundUntold) {}

  /**
   * How it goes with an organization.
   *
   * @param missed messages found since webhooks were heard last
   */
  @MappedEntity("site_sync")
  record Sync(
      @Id String organizationId,
      @Nullable Instant begunAt,
      @Nullable Instant doneAt,
      @Nullable LocalDate foundDay,
      long foundToday,
      long missed,
      @Nullable Instant silentAt,
      @Nullable String errorCode,
      @Nullable String errorReason,
      @Nullable String errorNext,
      @Nullable Instant errorAt) {}
}
