package io.gatehouse.relay;

import io.gatehouse.base.Role;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Routes: who writes to which number means which conversation. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RouteRepository extends GenericRepository<RouteRepository.Entity, UUID> {

  /** What Micronaut Data wants to know of the table. */
  @MappedEntity("relay_route")
  record Entity(@Id UUID conversationId) {}

  /** A route as it is followed. */
  @Introspected
  record Found(UUID conversationId, String role, boolean late) {

    Route toRoute() {
      return new Route(conversationId, Role.of(role).orElseThrow(), late);
    }
  }

  /** A route of somebody who has another phone now. */
  @Introspected
  record Left(
      String relayNumber,
      String phone,
      UUID conversationId,
      String role,
      @Nullable UUID otherId,
      @Nullable Instant coolingUntil) {}

  /** Numbers that will be free for a phone without anybody's doing. */
  @Introspected
  record Cooling(long count, @Nullable Instant freeAt) {}

  /** Nothing that comes from a number of ours is routed: it would go round in circles. */
  @Query(
      """
      select r.conversation_id, r.role, r.cooling_until is not null as late from relay_route r
      where r.organization_id = :organization and r.relay_number = :relayNumber
        and r.phone = :phone
        and not exists (select from relay_number n
          where n.organization_id = r.organization_id and n.number = r.phone)
      """)
  Optional<Found> find(String organization, String relayNumber, String phone);

  /**
   * The numbers a seat may have, the best first: the one it has, one that stood for the same two
   * people, one that was never used for the phone, and of those the one with the fewest routes.
   */
  @Query(
      """
      select n.number from relay_number n
      left join relay_route r on r.organization_id = n.organization_id
        and r.relay_number = n.number and r.phone = :phone
      cross join lateral (select
        coalesce(r.conversation_id = :conversation, false) as own,
        coalesce(r.cooling_until is not null and r.participant_id = :participant
          and r.other_id = CAST(:other AS uuid), false) as same_pair) as it
      where n.organization_id = :organization
        and (r.phone is null or it.own or it.same_pair or r.cooling_until <= :now)
      order by it.own desc, it.own and r.cooling_until is not null,
        case when it.own then r.cooling_until end desc, it.same_pair desc,
        r.phone is not null, r.cooling_until,
        (select count(*) from relay_route u where u.organization_id = n.organization_id
          and u.relay_number = n.number and u.cooling_until is null),
        n.number
      """)
  List<String> candidates(
      String organization,
      UUID conversation,
      String phone,
      UUID participant,
      @Nullable UUID other,
      Instant now);

  /** The number a seat has, or had last. */
  @Query(
      """
      select relay_number from relay_route
      where conversation_id = :conversation and participant_id = :participant and phone = :phone
      order by cooling_until desc limit 1
      """)
  List<String> present(UUID conversation, UUID participant, String phone);

  /**
   * Waits for another transaction that is taking the same place.
   *
   * @return 0 when it is another conversation's, else 1
   */
  @Query(
      """
      insert into relay_route as known (organization_id, relay_number, phone, conversation_id,
        role, participant_id, other_id, cooling_until)
      values (:organization, :relayNumber, :phone, :conversation, :role, :participant, :other,
        :until)
      on conflict (organization_id, relay_number, phone) do update
        set conversation_id = excluded.conversation_id, role = excluded.role,
          participant_id = excluded.participant_id, other_id = excluded.other_id,
          cooling_until = excluded.cooling_until
        where known.conversation_id = excluded.conversation_id or known.cooling_until <= :now
          or known.cooling_until is not null and known.participant_id = excluded.participant_id
            and known.other_id = excluded.other_id
      """)
  int take(
      String organization,
      String relayNumber,
      String phone,
      UUID conversation,
      String role,
      UUID participant,
      @Nullable UUID other,
      @Nullable Instant until,
      Instant now);

  /** From now on a conversation's numbers cool down. */
  @Query(
      """
      update relay_route set cooling_until = :until
      where conversation_id = :conversation and cooling_until is null
      """)
  void rest(UUID conversation, Instant until);

  /** Where somebody is still routed by a former phone. */
  @Query(
      """
      select relay_number, phone, conversation_id, role, other_id, cooling_until
      from relay_route where participant_id = :participant and phone <> :phone
      order by relay_number, phone for update
      """)
  List<Left> left(UUID participant, String phone);

  @Query(
      """
      delete from relay_route where organization_id = :organization
        and relay_number = :relayNumber and phone = :phone
      """)
  void remove(String organization, String relayNumber, String phone);

  @Query(
      """
      select count(*) as count, min(cooling_until) as free_at from relay_route
      where organization_id = :organization and phone = :phone and cooling_until > :now
      """)
  Cooling cooling(String organization, String phone, Instant now);
}
