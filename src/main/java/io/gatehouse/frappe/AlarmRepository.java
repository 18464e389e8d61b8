package io.gatehouse.frappe;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What owners were told of their sites. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlarmRepository extends GenericRepository<AlarmRepository.Alarm, String> {

  /**
   * @return 1 when nobody was told since, else 0
   */
  @Query(
      """
      insert into site_alarm as a (organization_id, cause, code, work, told_at)
      values (:organization, :cause, :code, :work, :now)
      on conflict (organization_id, cause) do update set told_at = excluded.told_at
        where a.told_at < :since
      """)
  int tell(String organization, String cause, String code, String work, Instant now, Instant since);

  /** Forgets what is mended when this work can be done. */
  @Query(
      """
      delete from site_alarm
      where organization_id = :organization and (work = :work or code in (:codes))
      """)
  int over(String organization, String work, List<String> codes);

  /** What somebody was told. */
  @MappedEntity("site_alarm")
  record Alarm(@Id String cause, Instant toldAt) {}
}
