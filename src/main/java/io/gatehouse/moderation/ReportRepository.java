package io.gatehouse.moderation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What users complained of. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReportRepository extends GenericRepository<ReportRepository.Entity, UUID> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("content_moderation_report")
  record Entity(@Id UUID id) {}

  /** A report as it was stored; its note is sealed elsewhere. */
  @Introspected
  record Row(UUID id, String category, String reporter, Instant reportedAt) {}

  /** Returns 0 when the reporter said so before. */
  @Query(
      """
      insert into content_moderation_report (id, organization_id, source_kind, source_id, category,
        reporter, reported_by, reported_at)
      values (:id, :organization, :kind, :source, :category, :reporter, :by, :at)
      on conflict do nothing
      """)
  int add(
      UUID id,
      String organization,
      String kind,
      String source,
      String category,
      String reporter,
      String by,
      Instant at);

  /** The newest first. */
  @Query(
      """
      select id, category, reporter, reported_at from content_moderation_report
      where organization_id = :organization and source_kind = :kind and source_id = :source
      order by reported_at desc, id desc limit :most
      """)
  List<Row> of(String organization, String kind, String source, int most);

  @Query(
      """
      select count(*) from content_moderation_report
      where organization_id = :organization and source_kind = :kind and source_id = :source
      """)
  long count(String organization, String kind, String source);

  /** How much one reporter reported since a time. */
  @Query(
      """
      select count(*) from content_moderation_report
      where organization_id = :organization and reporter = :reporter and reported_at > :since
      """)
  long since(String organization, String reporter, Instant since);
}
