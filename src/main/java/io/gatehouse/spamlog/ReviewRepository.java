package io.gatehouse.spamlog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People's words on detections. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReviewRepository extends GenericRepository<SpamRepository.Row, UUID> {

  /**
   * Adds a word, unless somebody else had this turn already.
   *
   * @return 0 when the turn is taken, or is not the next
   */
  @Query(
      """
      insert into spam_review (spam_id, turn, verdict, reason, reviewer, reviewed_at)
      select :spam, :turn, :verdict, :reason, :reviewer, :at
      where :turn = 1 + coalesce((select max(turn) from spam_review where spam_id = :spam), 0)
      on conflict (spam_id, turn) do nothing
      """)
  int add(
      UUID spam, int turn, String verdict, @Nullable String reason, String reviewer, Instant at);
}
