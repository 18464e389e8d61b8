package io.gatehouse.sending;

import io.gatehouse.base.E164;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.organization.SettingsBook;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the conversation that an SMS to a phone belongs to, and whose words it carries there. */
@Singleton
class Receivers {

  private final ReceiverRepository seats;
  private final Conversations conversations;
  private final SettingsBook settings;

  Receivers(
      final ReceiverRepository seats,
      final Conversations conversations,
      final SettingsBook settings) {
    this.seats = seats;
    this.conversations = conversations;
    this.settings = settings;
  }

  /**
   * @param sender the side opposite to the receiver, or staff
   */
  record Place(Conversation conversation, Role sender) {}

  /**
   * Among several conversations the one with the newest message is meant. Staff write to clients
   * only: what staff write goes to the client's side (S5.8 knows no other).
   *
   * @throws Problem 400 when it is no number, 404 when it is in no conversation
   */
  @Transactional
  public Place find(
      final OrganizationId organization, final String receiver, final boolean byStaff) {
    final String phone =
        E164.parse(receiver, settings.current(organization).region())
            .map(E164::value)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "receiver", "A receiver is no phone number. Nothing was sent."));
    final ReceiverRepository.Seat seat =
        seats.newest(organization.value(), phone, roles(byStaff)).orElseThrow(Receivers::unknown);
    return new Place(
        conversations.find(organization, seat.id()).orElseThrow(Receivers::unknown),
        byStaff ? Role.STAFF : opposite(seat.role()));
  }

  private static List<String> roles(final boolean byStaff) {
    return byStaff
        ? List.of(Role.CLIENT.wire())
        : List.of(Role.CLIENT.wire(), Role.PROVIDER.wire());
  }

  private static Role opposite(final String role) {
    return role.equals(Role.CLIENT.wire()) ? Role.PROVIDER : Role.CLIENT;
  }

  private static Problem unknown() {
    return Problem.notFound(
        "no_conversation",
        "This number is in no conversation by SMS; make one with PUT /api/conversations. Nothing"
            + " was sent.");
  }
}
