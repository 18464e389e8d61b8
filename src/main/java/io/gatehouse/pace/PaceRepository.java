package io.gatehouse.pace;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;

/** When a number may send again, and how much was sent in a day. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PaceRepository extends GenericRepository<PaceRepository.Turn, String> {

  /**
   * Takes the next free stretch of a number's time.
   *
   * @param micros how long the message occupies the number
   * @return when the stretch ends
   */
  @Query(
      """
      insert into sms_pace as p (organization_id, number, free_at)
      values (:organization, :relayNumber, CAST(:now AS timestamptz) + :micros * interval '1 microsecond')
      on conflict (organization_id, number) do update
        set free_at = greatest(p.free_at, CAST(:now AS timestamptz))
            + :micros * interval '1 microsecond'
      returning free_at
      """)
  Instant claim(String organization, String relayNumber, Instant now, long micros);

  /**
   * Counts one message wherever it counts and there is room; in the order of the prefixes, so that
   * two never wait for each other.
   *
   * @param ceilings a JSON object from prefix to the most that may be sent
   * @return in how many places it was counted
   */
  @Query(
      """
      insert into sms_day as d (organization_id, day, prefix, sent, most)
      select :organization, :day, c.key, 1, CAST(c.value AS integer)
      from jsonb_each_text(CAST(:ceilings AS jsonb)) as c
      where CAST(c.value AS integer) > 0 order by c.key
      on conflict (organization_id, day, prefix) do update
        set sent = d.sent + 1, most = excluded.most where d.sent < excluded.most
      """)
  int count(String organization, LocalDate day, String ceilings);

  /** When a number is free again. */
  @MappedEntity("sms_pace")
  record Turn(@Id String number, Instant freeAt) {}
}
