package io.gatehouse.rulings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** What reviewers read of content that is kept elsewhere, sealed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TextRepository extends GenericRepository<TextRepository.Row, String> {

  /** Opens with what it was sealed for. */
  @MappedEntity("content_moderation_text")
  @SuppressWarnings("ArrayRecordComponent")
  record Row(@Id String part, byte[] sealed) {}

  @Query(
      """
      insert into content_moderation_text (organization_id, source_kind, source_id, part, sealed,
        kept_until)
      values (:organization, :kind, :id, :part, :sealed, :until)
      on conflict (organization_id, source_kind, source_id, part) do update
        set sealed = excluded.sealed, kept_until = excluded.kept_until
      """)
  int keep(String organization, String kind, String id, String part, byte[] sealed, Instant until);

  @Query(
      """
      select part, sealed from content_moderation_text
      where organization_id = :organization and source_kind = :kind and source_id = :id
        and part = :part
      """)
  Optional<Row> of(String organization, String kind, String id, String part);

  @Query(
      """
      delete from content_moderation_text
      where organization_id = :organization and source_kind = :kind and source_id = :id
        and part = :part
      """)
  int forget(String organization, String kind, String id, String part);

  @Query("delete from content_moderation_text where kept_until <= :now")
  int purge(Instant now);
}
