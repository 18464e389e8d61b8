package io.gatehouse.pairs;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import io.gatehouse.detection.Contact;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Known;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contacts allowed between two people; they count from the next message on. */
@Singleton
public class PairContacts {

  private final PairContactRepository contacts;
  private final Ids ids;
  private final Clock clock;

  PairContacts(final PairContactRepository contacts, final Ids ids, final Clock clock) {
    this.contacts = contacts;
    this.ids = ids;
    this.clock = clock;
  }

  /** What the conversation's two people may mention; nothing while one of them is not known. */
  public Known known(final @Nullable Conversation conversation) {
    if (conversation == null) {
      return Known.NOTHING;
    }
    final @Nullable Participant client = conversation.people().client();
    final @Nullable Participant provider = conversation.people().provider();
    return client == null || provider == null
        ? Known.NOTHING
        : known(contacts.of(conversation.organization().value(), client.id(), provider.id()));
  }

  /**
   * Allows contacts for the conversation's pair, inside the running transaction.
   *
   * @param event the message they were found in
   * @return those that were not allowed before
   * @throws Problem 409 while one of the two is not known: a pair of one person would be everybody
   */
  @Transactional
  public List<Contact> allow(
      final Conversation conversation,
      final List<Contact> found,
      final UUID event,
      final String by,
      final String reason) {
    final @Nullable Participant client = conversation.people().client();
    final @Nullable Participant provider = conversation.people().provider();
    if (client == null || provider == null) {
      throw Problem.conflict(
          "pair_unknown", "Contacts are allowed for two people, and one of them is not known yet.");
    }
    final List<Contact> added = new ArrayList<>();
    for (final Contact contact : found) {
      final int rows =
          contacts.add(
              ids.next(),
              conversation.organization().value(),
              client.id(),
              provider.id(),
              kind(contact.type()),
              contact.value(),
              event,
              by,
              reason,
              clock.instant());
      if (rows > 0) {
        added.add(contact);
      }
    }
    return added;
  }

  List<PairContact> newest(
      final OrganizationId organization,
      final @Nullable UUID conversation,
      final @Nullable UUID before,
      final int most) {
    return contacts.newest(organization.value(), conversation, before, most);
  }

  /**
   * @throws Problem 404 when there is no such contact
   */
  PairContact withdraw(final OrganizationId organization, final UUID id) {
    final @Nullable PairContact removed = contacts.remove(organization.value(), id);
    if (removed == null) {
      throw Problem.notFound("contact_unknown", "There is no such allowed contact.");
    }
    return removed;
  }

  private static Known known(final List<PairContact> rows) {
    return new Known(
        values(rows, "email"), values(rows, "phone"), values(rows, "domain"), Set.of());
  }

  private static Set<String> values(final List<PairContact> rows, final String kind) {
    return rows.stream()
        .filter(row -> row.kind().equals(kind))
        .map(PairContact::value)
        .collect(Collectors.toSet());
  }

  private static String kind(final FindingClass type) {
    return switch (type) {
      case PHONE_NUMBER -> "phone";
      case EMAIL_ADDRESS -> "email";
      case URL -> "domain";
      case SOCIAL_MEDIA, MESSAGING_PLATFORM, BYPASS_LANGUAGE, PAYMENT_BYPASS ->
          throw new IllegalArgumentException(type + " is no contact");
    };
  }
}
