package io.gatehouse.relay;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The numbers of the pool and what they are used for. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NumberRepository extends GenericRepository<RouteRepository.Entity, UUID> {

  /**
   * A number of the pool.
   *
   * @param open conversations it is used in
   * @param cooling conversations that were closed a short while ago and may still get a late reply
   * @param participants phones it stands for somebody to, in any of these
   */
  @Serdeable
  record Usage(String number, long open, long cooling, long participants) {}

  /**
   * How many numbers the busiest person takes.
   *
   * @param open in open conversations
   * @param kept also in those that are cooling down
   */
  @Introspected
  record Busiest(long open, long kept) {}

  @Query(
      """
      select n.number,
        count(distinct r.conversation_id) filter (where r.cooling_until is null) as open,
        count(distinct r.conversation_id) filter (where r.cooling_until > :now) as cooling,
        count(r.phone) as participants
      from relay_number n
      left join relay_route r on r.organization_id = n.organization_id
        and r.relay_number = n.number and (r.cooling_until is null or r.cooling_until > :now)
      where n.organization_id = :organization
      group by n.number order by n.number
      """)
  List<Usage> usage(String organization, Instant now);

  @Query(
      """
      select coalesce(max(open), 0) as open, coalesce(max(kept), 0) as kept from (
        select count(*) filter (where cooling_until is null) as open, count(*) as kept
        from relay_route
        where organization_id = :organization
          and (cooling_until is null or cooling_until > :now)
        group by phone) as phones
      """)
  Busiest busiest(String organization, Instant now);

  @Query(
      """
      select exists (select from relay_number
        where organization_id = :organization and number = :phone)
      """)
  boolean contains(String organization, String phone);

  @Query(
      """
      select exists (select from relay_route where organization_id = :organization
        and phone = :number and cooling_until is null)
      """)
  boolean isSomebodysPhone(String organization, String number);

  /**
   * @return 0 when it was there before, else 1
   */
  @Query(
      """
      insert into relay_number (organization_id, number) values (:organization, :relayNumber)
      on conflict do nothing
      """)
  int add(String organization, String relayNumber);

  /** Holds a number, so that no conversation gets it until the transaction ends. */
  @Query(
      """
      select number from relay_number
      where organization_id = :organization and number = :relayNumber for update
      """)
  Optional<String> hold(String organization, String relayNumber);

  /** A statement of its own: one begun before the number was held would not see the newest. */
  @Query(
      """
      select exists (select from relay_route where organization_id = :organization
        and relay_number = :relayNumber and (cooling_until is null or cooling_until > :now))
      """)
  boolean inUse(String organization, String relayNumber, Instant now);

  @Query(
      """
      delete from relay_route
      where organization_id = :organization and relay_number = :relayNumber
      """)
  void forgetRoutes(String organization, String relayNumber);

  @Query(
      """
      delete from relay_number where organization_id = :organization and number = :relayNumber
      """)
  void remove(String organization, String relayNumber);
}
