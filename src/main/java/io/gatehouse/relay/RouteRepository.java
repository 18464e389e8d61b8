package io.gatehouse.relay;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** Numbers and routes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RouteRepository extends GenericRepository<RouteRow, UUID> {

  /** Nothing that comes from a number of ours is routed: it would go round in circles. */
  @Query(
      """
      select r.conversation_id, r.role from relay_route r
      where r.organization_id = :organization and r.relay_number = :relayNumber
        and r.phone = :phone
        and not exists (select from relay_number n
          where n.organization_id = r.organization_id and n.number = r.phone)
      """)
  Optional<RouteRow> find(String organization, String relayNumber, String phone);

  @Query(
      """
      select exists (select from relay_number
        where organization_id = :organization and number = :phone)
      """)
  boolean isRelayNumber(String organization, String phone);

  @Query(
      """
      insert into relay_number (organization_id, number) values (:organization, :relayNumber)
      on conflict do nothing
      """)
  void addNumber(String organization, String relayNumber);

  /**
   * Waits for another transaction that is taking the same place.
   *
   * @return 0 when it is taken, else 1
   */
  @Query(
      """
      insert into relay_route (organization_id, relay_number, phone, conversation_id, role)
      values (:organization, :relayNumber, :phone, :conversation, :role)
      on conflict do nothing
      """)
  int add(String organization, String relayNumber, String phone, UUID conversation, String role);

  @Query("delete from relay_route where conversation_id = :conversation")
  void removeOf(UUID conversation);
}
