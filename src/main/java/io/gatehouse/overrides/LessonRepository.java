package io.gatehouse.overrides;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LessonRepository extends GenericRepository<LessonRepository.Lesson, String> {

  /**
   * Counts one up for each class and rule, always in the same order, so that two owners at once
   * never wait for each other in a ring.
   */
  @Query(
      """
      insert into rule_lesson as l (organization_id, class, rule, verdict, count, last_at)
      select :organization, c, r, :verdict, 1, :at
      from unnest(:classes, :rules) as t(c, r) group by c, r order by c, r
      on conflict (organization_id, class, rule, verdict)
        do update set count = l.count + 1, last_at = excluded.last_at
      """)
  int learn(
      String organization,
      String verdict,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> classes,
      @TypeDef(type = DataType.STRING_ARRAY) List<String> rules,
      Instant at);

  @Query(
      """
      select class, rule, verdict, count, last_at from rule_lesson
      where organization_id = :organization order by count desc, class, rule, verdict
      """)
  List<Lesson> of(String organization);

  /**
   * How often an owner said this of findings of a rule.
   *
   * @param verdict force_sent, right or false_alarm
   */
  @Serdeable
  @Introspected
  record Lesson(
      @JsonProperty("class") @MappedProperty("class") String type,
      String rule,
      String verdict,
      long count,
      Instant lastAt) {}
}
