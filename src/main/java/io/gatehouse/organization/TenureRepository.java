package io.gatehouse.organization;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TenureRepository extends GenericRepository<TenureRepository.Row, String> {

  @Query(
      """
      select id, standing, standing_since, suspended_until, flagged_meanwhile, standing_version
      from organization where id = :id
      """)
  Optional<Row> byId(String id);

  /**
   * Holds the row until the transaction ends, against other changes alone: a select for update
   * would also hold up, or wait in a circle with, whoever adds a row that names the organization.
   *
   * @return null when there is no such organization
   */
  @Query(
      """
      update organization set standing = standing where id = :id
      returning id, standing, standing_since, suspended_until, flagged_meanwhile, standing_version
      """)
  @Nullable Row hold(String id);

  @Query(
      """
      update organization set standing = :standing, standing_since = :since,
          suspended_until = :until, flagged_meanwhile = :flagged, standing_version = :version
      where id = :id
      """)
  void change(
      String id,
      String standing,
      Instant since,
      @Nullable Instant until,
      boolean flagged,
      int version);

  /** Whose suspension is over and not yet recorded as ended. */
  @Query("select id from organization where suspended_until <= :now order by id")
  List<String> ended(Instant now);

  @Query(
      """
      select id from organization
      where standing = 'suspended' and (suspended_until is null or suspended_until > :now)
      """)
  List<String> suspended(Instant now);

  /**
   * @param flaggedMeanwhile see {@link Tenure}
   */
  @MappedEntity("organization")
  record Row(
      @Id String id,
      String standing,
      Instant standingSince,
      @Nullable Instant suspendedUntil,
      boolean flaggedMeanwhile,
      int standingVersion) {

    Tenure tenure() {
      return new Tenure(
          Standing.of(standing), standingSince, suspendedUntil, flaggedMeanwhile, standingVersion);
    }
  }
}
