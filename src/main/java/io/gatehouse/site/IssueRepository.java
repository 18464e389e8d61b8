package io.gatehouse.site;

import io.micronaut.core.annotation.Introspected;
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
import org.jspecify.annotations.Nullable;

/** Issues' facts and people. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IssueRepository extends GenericRepository<IssueRepository.Entity, String> {

  /** What Micronaut Data wants to know of the table; all else is read by {@link IssueRow}. */
  @MappedEntity("site_issue")
  record Entity(@Id String issue) {}

  @Introspected
  record IssueRow(
      String issue,
      String type,
      String project,
      String status,
      String raisedBy,
      String customer,
      String contact,
      @TypeDef(type = DataType.JSON) List<String> advisors,
      boolean portal,
      @Nullable String opening,
      @TypeDef(type = DataType.JSON) List<OnFile> people,
      @Nullable Instant readAt) {

    SeenIssue seen() {
      final IssueFacts facts =
          new IssueFacts(
              issue, type, project, status, raisedBy, customer, contact, advisors, "", portal);
      return new SeenIssue(facts, people, opening, readAt);
    }
  }

  @Query(
      """
      select issue, type, project, status, raised_by, customer, contact, advisors, portal, opening,
        people, read_at
      from site_issue where organization_id = :organization and issue = :issue
      """)
  Optional<IssueRow> find(String organization, String issue);

  /**
   * What a document says. A webhook may send few fields, so that an empty one says nothing; one
   * that was written before what is known changes nothing.
   */
  @Query(
      """
      insert into site_issue as known (organization_id, issue, type, project, status, raised_by,
          customer, contact, advisors, portal, modified, opening)
      values (:organization, :issue, :type, :project, :status, :raisedBy, :customer, :contact,
          CAST(:advisors AS jsonb), :portal, :modified, :opening)
      on conflict (organization_id, issue) do update set
          type = coalesce(nullif(excluded.type, ''), known.type),
          project = coalesce(nullif(excluded.project, ''), known.project),
          status = coalesce(nullif(excluded.status, ''), known.status),
          raised_by = coalesce(nullif(excluded.raised_by, ''), known.raised_by),
          customer = coalesce(nullif(excluded.customer, ''), known.customer),
          contact = coalesce(nullif(excluded.contact, ''), known.contact),
          advisors = coalesce(nullif(excluded.advisors, '[]'), known.advisors),
          portal = excluded.portal or known.portal,
          modified = greatest(excluded.modified, known.modified),
          opening = coalesce(known.opening, excluded.opening)
      where excluded.modified = '' or excluded.modified >= known.modified
      """)
  void told(
      String organization,
      String issue,
      String type,
      String project,
      String status,
      String raisedBy,
      String customer,
      String contact,
      @TypeDef(type = DataType.JSON) List<String> advisors,
      boolean portal,
      String modified,
      @Nullable String opening);

  /** What the site answered when it was asked; here an empty field is one that is empty. */
  @Query(
      """
      update site_issue set type = :type, project = :project, customer = :customer,
        contact = :contact, advisors = CAST(:advisors AS jsonb), people = CAST(:people AS jsonb),
        read_at = :at, asked_at = null
      where organization_id = :organization and issue = :issue
      """)
  void read(
      String organization,
      String issue,
      String type,
      String project,
      String customer,
      String contact,
      @TypeDef(type = DataType.JSON) List<String> advisors,
      @TypeDef(type = DataType.JSON) List<OnFile> people,
      Instant at);

  /**
   * Marks a look-up as under way.
   *
   * @param lost when one that has not ended counts as lost
   * @return null when there is one already
   */
  @Query(
      """
      insert into site_issue as known (organization_id, issue, asked_at)
      values (:organization, :issue, :now)
      on conflict (organization_id, issue) do update set asked_at = excluded.asked_at
      where known.asked_at is null or known.asked_at < :lost
      returning issue
      """)
  @Nullable String ask(String organization, String issue, Instant now, Instant lost);

  /** Ends a look-up that told nothing. */
  @Query(
      """
      update site_issue set read_at = :at, asked_at = null
      where organization_id = :organization and issue = :issue
      """)
  void missed(String organization, String issue, Instant at);
}
