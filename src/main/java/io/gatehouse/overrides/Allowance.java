package io.gatehouse.overrides;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Contact;
import io.gatehouse.events.Events;
import io.gatehouse.gate.EventViews;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.pairs.PairContacts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The owner lets two people mention a contact to each other from now on. */
@Singleton
class Allowance {

  private final Events events;
  private final Held held;
  private final FoundContacts found;
  private final PairContacts pairs;
  private final AuditLog audit;

  Allowance(
      final Events events,
      final Held held,
      final FoundContacts found,
      final PairContacts pairs,
      final AuditLog audit) {
    this.events = events;
    this.held = held;
    this.found = found;
    this.pairs = pairs;
    this.audit = audit;
  }

  /**
   * Allows contacts that were found in a message, for its pair, in all their conversations. Asked
   * again it changes nothing.
   *
   * @param findings which of the event's findings, counted from 0; empty for all
   * @return those that are allowed now
   * @throws Problem 404 when there is no such event; 400 for a finding it has not; 422 when what
   *     was found is no contact; 409 when it has no pair
   */
  @Transactional
  public List<Contact> allow(
      final Caller by, final UUID id, final List<Integer> findings, final String reason) {
    final MessageEvent event = events.find(by.organization(), id).orElseThrow(EventViews::unknown);
    final Conversation conversation =
        held.conversation(event)
            .orElseThrow(
                () -> Problem.conflict("pair_unknown", "The message is in no conversation."));
    final List<Contact> contacts = found.in(event, findings);
    final List<Contact> added = pairs.allow(conversation, contacts, id, by.name(), reason);
    if (!added.isEmpty()) {
      audit.record(
          by.organization(),
          by.name(),
          "contact.allowed",
          id.toString(),
          reason,
          Map.of("conversation", conversation.id().toString(), "classes", classes(added)));
    }
    return contacts;
  }

  private static String classes(final List<Contact> contacts) {
    return contacts.stream()
        .map(contact -> contact.type().wire())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
