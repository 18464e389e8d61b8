package io.gatehouse.rulings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions, as they are read. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RulingRepository extends GenericRepository<RulingRepository.Entity, UUID> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("content_moderation_decision")
  record Entity(@Id UUID id) {}

  String WHOLE =
      """
      select id, source_kind, source_id, event_id, classifier, scores, decision, confidence, help,
        reasons, fingerprint, url, decided_at, version, human_decision, human_reviewer, reviewed_at,
        effective
      from content_moderation_ruling
      """;

  @Query(WHOLE + " where organization_id = :organization and id = :id")
  Optional<StoredRuling> find(String organization, UUID id);

  /** The newest first. */
  @Query(
      WHOLE
          + """
             where organization_id = :organization and source_kind = :kind and source_id = :source
            order by number desc limit :most
            """)
  List<StoredRuling> of(String organization, String kind, String source, int most);

  /** Waits until nobody else decides on a source or speaks of it; lasts until the commit. */
  @Query(
      """
      select count(*) from (select pg_advisory_xact_lock(hashtextextended(
        CAST(:organization AS text) || '/' || CAST(:kind AS text) || '/' || CAST(:source AS text), 26
        ))) as held
      """)
  long hold(String organization, String kind, String source);

  /** The same for a message, by which all that is done to it takes turns. */
  @Query(
      """
      select id from message_event
      where organization_id = :organization and id = :event for update
      """)
  List<UUID> holdMessage(String organization, UUID event);
}
