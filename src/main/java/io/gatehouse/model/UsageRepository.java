package io.gatehouse.model;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** One row for each organization, day and model. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UsageRepository extends GenericRepository<ModelDay, LocalDate> {

  @Query(
      """
      insert into model_usage as u (organization_id, day, model, requests, failures,
          prompt_tokens, completion_tokens)
      values (:organization, :day, :model, 1, :failed, :prompt, :completion)
      on conflict (organization_id, day, model) do update
        set requests = u.requests + 1, failures = u.failures + excluded.failures,
            prompt_tokens = u.prompt_tokens + excluded.prompt_tokens,
            completion_tokens = u.completion_tokens + excluded.completion_tokens
      """)
  int add(
      String organization, LocalDate day, String model, int failed, long prompt, long completion);

  @Query(
      """
      select CAST(coalesce(sum(prompt_tokens + completion_tokens), 0) AS bigint)
      from model_usage where organization_id = :organization and day = :day
      """)
  long tokens(String organization, LocalDate day);

  @Query(
      """
      select day, model, requests, failures, prompt_tokens, completion_tokens
      from model_usage where organization_id = :organization
      order by day desc, model limit :most
      """)
  List<ModelDay> days(String organization, int most);
}
