package io.gatehouse.conversation;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds or makes the people a registration or a payload speaks of, by their addresses. */
@Singleton
class Participants {

  /** Which people sit where in a conversation. */
  record Seats(@Nullable UUID client, @Nullable UUID provider, List<UUID> staff) {}

  private final ParticipantRepository participants;
  private final Addresses addresses;
  private final Ids ids;
  private final Clock clock;

  Participants(
      final ParticipantRepository participants,
      final Addresses addresses,
      final Ids ids,
      final Clock clock) {
    this.participants = participants;
    this.addresses = addresses;
    this.ids = ids;
    this.clock = clock;
  }

  /** Takes the registration at its word: what it says of a person replaces what was known. */
  Seats seat(final OrganizationId organization, final Registration registration) {
    return new Seats(
        told(organization, Role.CLIENT, registration.client()),
        told(organization, Role.PROVIDER, registration.provider()),
        registration.staff().stream()
            .map(person -> told(organization, Role.STAFF, person))
            .toList());
  }

  /** Only finds or adds people; never changes one. */
  Seats learn(final OrganizationId organization, final Registration payload) {
    return new Seats(
        found(organization, Role.CLIENT, payload.client()),
        found(organization, Role.PROVIDER, payload.provider()),
        List.of());
  }

  private @Nullable UUID told(
      final OrganizationId organization, final Role role, final @Nullable Person person) {
    if (person == null) {
      return null;
    }
    final Person exact = addresses.exact(organization, person);
    final UUID id = findOrAdd(organization, role, exact);
    participants.tell(id, exact.name(), exact.email(), exact.phone(), exact.language());
    return id;
  }

  private @Nullable UUID found(
      final OrganizationId organization, final Role role, final @Nullable Person person) {
    if (person == null) {
      return null;
    }
    final Person readable = addresses.readable(organization, person);
    return readable.email() == null && readable.phone() == null
        ? null
        : findOrAdd(organization, role, readable);
  }

  private UUID findOrAdd(final OrganizationId organization, final Role role, final Person person) {
    final List<ParticipantRow> known = matching(organization, role, person);
    if (known.size() > 1) {
      throw Problem.conflict(
          "two_participants",
          "The e-mail and the phone of this " + role.wire() + " belong to two people so far.");
    }
    if (known.size() == 1) {
      return known.getFirst().id();
    }
    final UUID id = ids.next();
    participants.add(
        id,
        organization.value(),
        role.wire(),
        person.name(),
        person.email(),
        person.phone(),
        person.language(),
        clock.instant());
    return person.email() == null && person.phone() == null
        ? id
        : matching(organization, role, person).getFirst().id();
  }

  private List<ParticipantRow> matching(
      final OrganizationId organization, final Role role, final Person person) {
    return participants.matching(organization.value(), role.wire(), person.email(), person.phone());
  }
}
