package io.gatehouse.conversation;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds or makes the people a registration or a payload speaks of, by their addresses. */
@Singleton
class Participants {

  /** Which people sit where in a conversation. */
  record Seats(@Nullable UUID client, @Nullable UUID provider, List<UUID> staff) {}

  private final ParticipantRepository participants;
  private final ConversationRepository conversations;
  private final StrikeRepository strikes;
  private final Addresses addresses;
  private final Ids ids;
  private final Clock clock;

  Participants(
      final ParticipantRepository participants,
      final ConversationRepository conversations,
      final StrikeRepository strikes,
      final Addresses addresses,
      final Ids ids,
      final Clock clock) {
    this.participants = participants;
    this.conversations = conversations;
    this.strikes = strikes;
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
    participants.tell(
        id, exact.name(), exact.email(), exact.phone(), exact.language(), exact.userId());
    return id;
  }

  private @Nullable UUID found(
      final OrganizationId organization, final Role role, final @Nullable Person person) {
    if (person == null) {
      return null;
    }
    final Person readable = addresses.readable(organization, person);
    return readable.nameless() ? null : findOrAdd(organization, role, readable);
  }

  private UUID findOrAdd(final OrganizationId organization, final Role role, final Person person) {
    final List<ParticipantRow> known = matching(organization, role, person);
    if (known.size() > 1) {
      return united(role, known, person.userId());
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
        person.userId(),
        clock.instant());
    return person.nameless() ? id : matching(organization, role, person).getFirst().id();
  }

  private List<ParticipantRow> matching(
      final OrganizationId organization, final Role role, final Person person) {
    return participants.matching(
        organization.value(), role.wire(), person.email(), person.phone(), person.userId());
  }

  /**
   * Somebody who was only known by what an application calls them turns out to be somebody known by
   * an address: all that counts against the one counts against the other (S1.25).
   *
   * @throws Problem 409 where two people with addresses of their own would become one
   */
  private UUID united(
      final Role role, final List<ParticipantRow> known, final @Nullable String userId) {
    final List<ParticipantRow> users = known.stream().filter(ParticipantRow::onlyUser).toList();
    final List<ParticipantRow> others = known.stream().filter(row -> !row.onlyUser()).toList();
    if (users.size() != 1 || others.size() != 1 || !others.getFirst().uses(userId)) {
      throw Problem.conflict(
          "two_participants",
          "The e-mail, phone and user id of this " + role.wire() + " belong to two people so far.");
    }
    final UUID from = users.getFirst().id();
    final UUID to = others.getFirst().id();
    participants.retire(from);
    conversations.reseat(from, to);
    strikes.repair(from, to);
    strikes.moveStrikes(from, to);
    return to;
  }

  /** The one part that somebody plays in whichever conversations; empty where it is not one. */
  Optional<Role> roleOf(final OrganizationId organization, final String userId) {
    final List<String> roles = participants.roles(organization.value(), userId);
    return roles.size() == 1 ? Role.of(roles.getFirst()) : Optional.empty();
  }
}
