package io.gatehouse.relay;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opt-outs, and when somebody was last answered automatically. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OptOutRepository extends GenericRepository<RouteRepository.Entity, UUID> {

  /** An opt-out as it is kept; {@code phone} in full. */
  @Introspected
  record Row(
      long id,
      String phone,
      String relayNumber,
      String cause,
      Instant since,
      @Nullable Instant liftedAt) {}

  /** The newest first. */
  @Query(
      """
      select id, phone, relay_number, cause, since, lifted_at from opt_out
      where organization_id = :organization and id < :before and (lifted_at is null or :lifted)
      order by id desc limit :most
      """)
  List<Row> before(String organization, long before, boolean lifted, int most);

  @Query(
      """
      select exists (select from opt_out
        where organization_id = :organization and relay_number = :relayNumber
          and phone = :phone and lifted_at is null)
      """)
  boolean stands(String organization, String relayNumber, String phone);

  /** Leaves one that stands as it is. */
  @Query(
      """
      insert into opt_out as known (organization_id, relay_number, phone, cause, since)
      values (:organization, :relayNumber, :phone, :cause, :at)
      on conflict (organization_id, relay_number, phone) do update
        set cause = excluded.cause, since = excluded.since, lifted_at = null
        where known.lifted_at is not null
      """)
  void add(String organization, String relayNumber, String phone, String cause, Instant at);

  /**
   * @return 0 when none stood, else 1
   */
  @Query(
      """
      update opt_out set lifted_at = :at
      where organization_id = :organization and relay_number = :relayNumber
        and phone = :phone and lifted_at is null
      """)
  int lift(String organization, String relayNumber, String phone, Instant at);

  /**
   * @return 0 when the last one is younger than {@code before}, else 1
   */
  @Query(
      """
      insert into auto_reply as known (organization_id, about, phone, kind, last_at)
      values (:organization, :about, :phone, :kind, :at)
      on conflict (organization_id, about, phone, kind) do update
        set last_at = excluded.last_at
        where known.last_at <= :before
      """)
  int claim(
      String organization, String about, String phone, String kind, Instant at, Instant before);
}
