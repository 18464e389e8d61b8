package io.gatehouse.erpnext;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversation.People;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Participant;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.message.Origin.Sender;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in an Issue's thread. What is known of a conversation decides; a payload only fills
 * what nobody told yet (B23).
 */
@Singleton
final class Threads {

  private static final People NOBODY = new People(null, null, List.of());

  private final Conversations conversations;

  Threads(final Conversations conversations) {
    this.conversations = conversations;
  }

  /**
   * A letter's place.
   *
   * @param conversation null when the letter names no Issue
   */
  record Place(@Nullable Conversation conversation, Sender sender) {}

  Place place(final OrganizationId organization, final Letter letter) {
    if (letter.issue().isEmpty()) {
      return new Place(null, unknown(letter.author()));
    }
    final Optional<Conversation> known =
        conversations.find(organization, Channel.ERPNEXT, letter.issue());
    final Registration told = told(letter, known.map(Conversation::people).orElse(NOBODY));
    final Conversation conversation =
        known
            .filter(found -> told.client() == null && told.provider() == null)
            .orElseGet(
                () -> conversations.learn(organization, Channel.ERPNEXT, letter.issue(), told));
    return new Place(conversation, sender(conversation.people(), letter.author()));
  }

  /** What the letter tells that is not known yet; mostly nothing, and then nothing is written. */
  private static Registration told(final Letter letter, final People people) {
    return new Registration(
        people.client() == null ? newcomer(letter.told().client(), people) : null,
        people.provider() == null ? newcomer(letter.told().provider(), people) : null,
        List.of(),
        Known.NOTHING,
        null);
  }

  /** Nobody becomes a second person by writing from the other direction; users have no address. */
  private static @Nullable Person newcomer(final String address, final People people) {
    final boolean known = people.all().anyMatch(person -> has(person, address));
    return known || address.indexOf('@') < 1 ? null : Person.withEmail(address);
  }

  private static boolean has(final Participant person, final String address) {
    return address.equalsIgnoreCase(person.email());
  }

  /** A known person writes as who they are; of two with one address, as the payload has it. */
  private static Sender sender(final People people, final Letter.Author author) {
    return people
        .all()
        .filter(person -> has(person, author.address()))
        .min(Comparator.comparing(person -> person.role() != author.presumed()))
        .map(person -> known(person, author))
        .orElseGet(() -> unknown(author));
  }

  private static Sender known(final Participant person, final Letter.Author author) {
    return new Sender(person.role(), person.id(), author.address());
  }

  private static Sender unknown(final Letter.Author author) {
    return new Sender(author.presumed(), null, author.address());
  }

  /** Whether the customer cannot see it and did not write it: a note among colleagues. */
  static boolean internalNote(final Letter letter, final Sender sender) {
    return letter.author().presumed() == Role.STAFF && sender.role() != Role.CLIENT;
  }
}
