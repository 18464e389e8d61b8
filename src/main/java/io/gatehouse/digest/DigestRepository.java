package io.gatehouse.digest;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which days were dealt with, and what happened in them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DigestRepository extends GenericRepository<DigestRepository.Day, LocalDate> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("digest")
  record Day(@Id LocalDate day, Instant until) {}

  /** A class and in how many messages it was found. */
  @Introspected
  record ClassCount(String type, long count) {}

  @Query(
      "select max(until) as until from digest where organization_id = :organization having count(*) > 0")
  Optional<Instant> lastUntil(String organization);

  @Query(
      "select exists (select 1 from digest where organization_id = :organization and day = :day)")
  boolean done(String organization, LocalDate day);

  /** Claims a day for an organization; 0 when it is claimed. */
  @Query(
      """
      insert into digest (organization_id, day, since, until)
      values (:organization, :day, :since, :until)
      on conflict do nothing
      """)
  int claim(String organization, LocalDate day, Instant since, Instant until);

  @Query(
      """
      select count(*) as messages,
          count(*) filter (where decision = 'block') as blocked,
          count(*) filter (where decision = 'warn') as warned,
          count(*) filter (where decision = 'redact') as redacted,
          count(*) filter (where state = 'failed') as undeliverable,
          (select count(*) from message_event
              where organization_id = :organization and state = 'withheld') as waiting,
          (select count(*) from anti_poaching_attempt
              where organization_id = :organization and action = 'dismissed'
                and resolved_at >= :since and resolved_at < :until) as dismissed,
          (select count(*) from anti_poaching_attempt
              where organization_id = :organization and verdict = 'false_alarm'
                and resolved_at >= :since and resolved_at < :until) as false_alarms
      from message_event
      where organization_id = :organization and received_at >= :since and received_at < :until
      """)
  Figures figures(String organization, Instant since, Instant until);

  @Query(
      """
      select f.class as type, count(distinct f.event_id) as count
      from conversation_flag f join message_event e on e.id = f.event_id
      where e.organization_id = :organization and e.received_at >= :since
        and e.received_at < :until
      group by f.class order by 2 desc, 1 limit :most
      """)
  List<ClassCount> classes(String organization, Instant since, Instant until, int most);
}
