package io.gatehouse.rulings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people said of decisions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReviewRepository extends GenericRepository<ReviewRepository.Entity, UUID> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("content_moderation_review")
  record Entity(@Id UUID id) {}

  @Query(
      """
      insert into content_moderation_review (id, organization_id, decision_id, version, reviewer,
        reviewer_key, decision, reason, reviewed_at)
      values (:id, :organization, :ruling, :version, :reviewer, :key, :word, :reason, :at)
      """)
  int add(
      UUID id,
      String organization,
      UUID ruling,
      int version,
      String reviewer,
      @Nullable UUID key,
      String word,
      String reason,
      Instant at);

  /** The oldest first. */
  @Query(
      """
      select version, reviewer, decision, reason, reviewed_at from content_moderation_review
      where organization_id = :organization and decision_id = :ruling order by version
      """)
  List<Review> of(String organization, UUID ruling);
}
