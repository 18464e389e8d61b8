package io.gatehouse.retraction;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is hidden, and how far that is. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RetractionRepository extends GenericRepository<Retraction, UUID> {

  /** Notes what is to be hidden; a document that is noted already stays as it is. */
  @Query(
      """
      insert into thread_retraction
          (event_id, doctype, document, organization_id, issue, kind, twin)
      values (:event, :doctype, :document, :organization, :issue, :kind, :twin)
      on conflict (event_id, doctype, document) do nothing
      """)
  int order(
      UUID event,
      String doctype,
      String document,
      String organization,
      String issue,
      String kind,
      boolean twin);

  @Query(
      """
      select * from thread_retraction
      where event_id = :event and doctype = :doctype and document = :document
      """)
  Optional<Retraction> find(UUID event, String doctype, String document);

  /** All documents of a message, its own first. */
  @Query(
      """
      select * from thread_retraction where event_id = :event order by twin, doctype, document
      """)
  List<Retraction> of(UUID event);

  @Query(
      """
      update thread_retraction set manner = :manner, place = :place
      where event_id = :event and doctype = :doctype and document = :document
      """)
  void choose(UUID event, String doctype, String document, String manner, String place);

  /** Keeps by what a description is known that we are about to write. */
  @Query(
      """
      update thread_retraction set words = :digest
      where event_id = :event and doctype = :doctype and document = :document
      """)
  void writing(UUID event, String doctype, String document, String digest);

  @Query(
      """
      select exists (select 1 from thread_retraction
          where organization_id = :organization and issue = :issue and words = :digest)
      """)
  boolean wrote(String organization, String issue, String digest);

  /** Moves it on; 0 when it is in none of the states it may come from. */
  @Query(
      """
      update thread_retraction set state = :to
      where event_id = :event and doctype = :doctype and document = :document
        and state in (:from)
      """)
  int move(UUID event, String doctype, String document, String to, List<String> from);
}
