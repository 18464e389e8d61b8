package io.gatehouse.rulings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for a person. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QueueRepository extends GenericRepository<QueueRepository.Entity, Long> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("content_moderation_queue")
  record Entity(@Id long number) {}

  /** A part of the queue, with what a reviewer wants to know of each entry. */
  String SHOWN =
      """
      select q.number, q.decision_id, q.source_kind, q.source_id, d.event_id, d.classifier,
        d.scores, q.decision, d.confidence, q.help, d.reasons, d.url,
        (select coalesce(max(r.version), 0) from content_moderation_review r
          where r.decision_id = d.id) as version,
        q.risk, q.reports, q.since,
        case when q.claimed_until > :now then q.claimed_by end as claimed_by,
        case when q.claimed_until > :now then q.claimed_until end as claimed_until,
        t.format, t.text, coalesce(x.sealed, '') as sealed
      from content_moderation_queue q
        join content_moderation_decision d on d.id = q.decision_id
        left join message_text t on t.event_id = d.event_id
        left join content_moderation_text x on x.organization_id = q.organization_id
          and x.source_kind = q.source_kind and x.source_id = q.source_id and x.part = 'content'
      """;

  String NARROWED =
      """
       where q.organization_id = :organization
        and (CAST(:kind AS text) is null or q.source_kind = CAST(:kind AS text))
        and (CAST(:category AS text) is null or CAST(:category AS text) = any(q.categories))
        and (CAST(:decision AS text) is null or q.decision = CAST(:decision AS text))
        and (CAST(:since AS timestamptz) is null or q.since >= CAST(:since AS timestamptz))
        and (CAST(:holder AS uuid) is null
          or (q.claimed_key = CAST(:holder AS uuid) and q.claimed_until > :now))
      """;

  @Query(
      SHOWN
          + NARROWED
          + """
              and q.help <= :help and (q.help < :help or q.number > :number)
            order by q.help desc, q.number limit :most
            """)
  List<QueueEntry> oldest(
      String organization,
      @Nullable String kind,
      @Nullable String category,
      @Nullable String decision,
      @Nullable Instant since,
      @Nullable UUID holder,
      Instant now,
      boolean help,
      long number,
      int most);

  @Query(
      SHOWN
          + NARROWED
          + """
              and q.help <= :help
              and (q.help < :help or q.risk < :risk or (q.risk = :risk and q.number > :number))
            order by q.help desc, q.risk desc, q.number limit :most
            """)
  List<QueueEntry> riskiest(
      String organization,
      @Nullable String kind,
      @Nullable String category,
      @Nullable String decision,
      @Nullable Instant since,
      @Nullable UUID holder,
      Instant now,
      boolean help,
      double risk,
      long number,
      int most);

  /**
   * So many entries that a key may hold, kept from others until the transaction ends: those it
   * holds already, then those that nobody holds. What another is just claiming is passed by.
   */
  @Query(
      """
      select q.number from content_moderation_queue q
      where q.organization_id = :organization
        and (q.claimed_until is null or q.claimed_until <= :now or q.claimed_key = :key)
        and (CAST(:kind AS text) is null or q.source_kind = CAST(:kind AS text))
        and (CAST(:category AS text) is null or CAST(:category AS text) = any(q.categories))
        and (CAST(:decision AS text) is null or q.decision = CAST(:decision AS text))
      order by coalesce(q.claimed_key = :key and q.claimed_until > :now, false) desc,
        q.help desc, case when :riskiest then q.risk else 0 end desc, q.number
      limit :most for update skip locked
      """)
  List<Long> free(
      String organization,
      UUID key,
      @Nullable String kind,
      @Nullable String category,
      @Nullable String decision,
      boolean riskiest,
      Instant now,
      int most);

  @Query(
      """
      update content_moderation_queue
      set claimed_by = :name, claimed_key = :key, claimed_until = :until
      where organization_id = :organization and number = any(CAST(:numbers AS bigint[]))
      """)
  int claim(
      String organization,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> numbers,
      UUID key,
      String name,
      Instant until);

  @Query(
      """
      update content_moderation_queue set claimed_by = null, claimed_key = null,
        claimed_until = null
      where organization_id = :organization and claimed_key = :key
        and (CAST(:ruling AS uuid) is null or decision_id = CAST(:ruling AS uuid))
      """)
  int release(String organization, UUID key, @Nullable UUID ruling);

  /** Who else holds a source now. */
  @Query(
      """
      select claimed_by from content_moderation_queue
      where organization_id = :organization and source_kind = :kind and source_id = :id
        and claimed_until > :now and claimed_key <> :key
      """)
  Optional<String> holder(String organization, String kind, String id, UUID key, Instant now);

  @Query(
      """
      delete from content_moderation_queue
      where organization_id = :organization and source_kind = :kind and source_id = :id
      """)
  int done(String organization, String kind, String id);

  /** One more user complained: a quarter of what it lacked to the highest risk is added. */
  @Query(
      """
      update content_moderation_queue q
      set reports = q.reports + 1, risk = 1 - (1 - q.risk) * 0.75,
        categories = case when :category = any(q.categories) then q.categories
          else q.categories || CAST(:category AS text) end
      where q.organization_id = :organization and q.source_kind = :kind and q.source_id = :id
      """)
  int reported(String organization, String kind, String id, String category);

  @Query("select count(*) from content_moderation_queue where organization_id = :organization")
  long waiting(String organization);
}
