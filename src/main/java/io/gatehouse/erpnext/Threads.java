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
import io.gatehouse.site.Cast;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in an Issue's thread. What is known of a conversation decides, then what the site has
 * on file; a payload only fills what nobody told yet (B23).
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

  Place place(final OrganizationId organization, final Letter letter, final Cast cast) {
    if (letter.issue().isEmpty()) {
      return new Place(null, sender(NOBODY, letter.author(), cast));
    }
    final Optional<Conversation> known =
        conversations.find(organization, Channel.ERPNEXT, letter.issue());
    final Registration told = told(letter, known.map(Conversation::people).orElse(NOBODY), cast);
    final Conversation conversation =
        known
            .filter(found -> told.client() == null && told.provider() == null)
            .orElseGet(
                () -> conversations.learn(organization, Channel.ERPNEXT, letter.issue(), told));
    return new Place(conversation, sender(conversation.people(), letter.author(), cast));
  }

  /** What the letter tells that is not known yet; mostly nothing, and then nothing is written. */
  private static Registration told(final Letter letter, final People people, final Cast cast) {
    return new Registration(
        people.client() == null
            ? newcomer(Role.CLIENT, cast.client().orElse(letter.told().client()), people, cast)
            : null,
        people.provider() == null
            ? newcomer(
                Role.PROVIDER, cast.provider().orElse(letter.told().provider()), people, cast)
            : null,
        List.of(),
        Known.NOTHING,
        null);
  }

  /** Nobody becomes a second person by writing from the other direction; users have no address. */
  private static @Nullable Person newcomer(
      final Role side, final String address, final People people, final Cast cast) {
    final boolean known = people.all().anyMatch(person -> has(person, address));
    final boolean other = cast.roleOf(address).filter(role -> role != side).isPresent();
    return known || other || address.indexOf('@') < 1 ? null : Person.withEmail(address);
  }

  private static boolean has(final Participant person, final String address) {
    return address.equalsIgnoreCase(person.email());
  }

  /** A known person writes as who they are; of two with one address, as the payload has it. */
  private static Sender sender(final People people, final Letter.Author author, final Cast cast) {
    return people
        .all()
        .filter(person -> has(person, author.address()))
        .min(Comparator.comparing(person -> person.role() != author.presumed()))
        .map(person -> new Sender(person.role(), person.id(), author.address()))
        .orElseGet(() -> onFile(people, author, cast));
  }

  /** By the site's word, by another of a person's addresses, or as the document makes one guess. */
  private static Sender onFile(final People people, final Letter.Author author, final Cast cast) {
    final Role role = cast.roleOf(author.address()).orElse(author.presumed());
    final @Nullable UUID person =
        people
            .all()
            .filter(known -> known.role() == role && known.email() != null)
            .filter(known -> sameEntry(cast, author.address(), known))
            .map(Participant::id)
            .findFirst()
            .orElse(null);
    return new Sender(role, person, author.address());
  }

  private static boolean sameEntry(
      final Cast cast, final String address, final Participant person) {
    return cast.entry(address).filter(entry -> entry.emails().contains(person.email())).isPresent();
  }

  /** Whether the customer cannot see it and did not write it: a note among colleagues. */
  static boolean internalNote(final Letter letter, final Sender sender) {
    return letter.author().presumed() == Role.STAFF && sender.role() != Role.CLIENT;
  }
}
