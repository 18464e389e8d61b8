package io.gatehouse.sending;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads which open conversation a phone is in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReceiverRepository extends GenericRepository<ReceiverRepository.Seat, UUID> {

  /**
   * @param role whose phone it is there
   */
  @Introspected
  record Seat(UUID id, String role) {}

  /** The conversation somebody wrote in last, among several. */
  @Query(
      """
      select c.id, p.role from participant p
        join conversation c on c.client_id = p.id or c.provider_id = p.id
      where p.organization_id = :organization and p.phone = :phone and p.role in (:roles)
        and c.organization_id = :organization and c.channel = 'sms'
        and c.closed_at is null
      order by (select max(e.received_at) from message_event e where e.conversation_id = c.id)
          desc nulls last,
        c.created_at desc, c.id desc
      limit 1
      """)
  Optional<Seat> newest(String organization, String phone, List<String> roles);
}
