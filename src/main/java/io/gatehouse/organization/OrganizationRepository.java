package io.gatehouse.organization;

import io.gatehouse.organization.Organizations.Organization;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrganizationRepository extends GenericRepository<Organization, String> {

  /** Returns 0 when there is one of this id. */
  @Query(
      """
      insert into organization (id, name, created_at, standing_since)
      values (:id, :name, :at, :at)
      on conflict do nothing
      """)
  int add(String id, String name, Instant at);

  @Query(
      """
      select id, name, standing, standing_since, suspended_until, created_at
      from organization where id = :id
      """)
  Optional<Organization> byId(String id);

  @Query(
      """
      select id, name, standing, standing_since, suspended_until, created_at from organization
      where id > :after order by id limit :most
      """)
  List<Organization> after(String after, int most);
}
