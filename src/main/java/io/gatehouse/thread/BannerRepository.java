package io.gatehouse.thread;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** What a thread was told a moment ago. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BannerRepository extends GenericRepository<BannerRepository.Told, String> {

  /**
   * Takes the turn to say something.
   *
   * @param since whoever had the turn later than this keeps it
   * @return 1, or 0 when it was said a moment ago
   */
  @Query(
      """
      insert into thread_notice as told (organization_id, issue, kind, at)
      values (:organization, :issue, :kind, :now)
      on conflict (organization_id, issue, kind) do update set at = excluded.at
        where told.at <= :since
      """)
  int claim(String organization, String issue, String kind, Instant now, Instant since);

  /** Gives a turn back that came to nothing. */
  @Query(
      """
      delete from thread_notice
      where organization_id = :organization and issue = :issue and kind = :kind
      """)
  int giveBack(String organization, String issue, String kind);

  /** A row. */
  @MappedEntity("thread_notice")
  record Told(@Id String issue, Instant at) {}
}
