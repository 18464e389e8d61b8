package io.gatehouse.gate;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What became of the text messages sent because of an event; only read here. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EventDeliveryRepository extends GenericRepository<DeliveryView, UUID> {

  @Query(
      """
      select effect_id, sid as provider_id, status as state, error_code as code, encoding, segments,
          changed_at
      from sms_delivery where organization_id = :organization and event_id = :event
      order by planned_at, effect_id
      """)
  List<DeliveryView> of(String organization, UUID event);
}
