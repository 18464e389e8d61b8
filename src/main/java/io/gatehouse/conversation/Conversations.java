package io.gatehouse.conversation;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Participants.Seats;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every conversation the gateway knows. */
@Singleton
public class Conversations {

  private final ConversationRepository conversations;
  private final Participants participants;
  private final KnownContacts contacts;
  private final List<ConversationListener> listeners;
  private final Ids ids;
  private final Clock clock;

  Conversations(
      final ConversationRepository conversations,
      final Participants participants,
      final KnownContacts contacts,
      final List<ConversationListener> listeners,
      final Ids ids,
      final Clock clock) {
    this.conversations = conversations;
    this.participants = participants;
    this.contacts = contacts;
    this.listeners = listeners;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<Conversation> find(
      final OrganizationId organization, final Channel channel, final String externalRef) {
    return conversations
        .named(organization.value(), channel.wire(), externalRef)
        .map(ConversationRow::toConversation);
  }

  public Optional<Conversation> find(final OrganizationId organization, final UUID id) {
    return conversations.withId(organization.value(), id).map(ConversationRow::toConversation);
  }

  /**
   * Sets a conversation's people and contacts, as its owner says they are.
   *
   * @throws Problem 400 when an address cannot be read, 409 when two people would become one
   */
  @Transactional
  public Conversation register(
      final OrganizationId organization,
      final Channel channel,
      final String externalRef,
      final Registration registration) {
    final UUID id = findOrAdd(organization, channel, externalRef).id();
    final Seats seats = participants.seat(organization, registration);
    conversations.seat(id, seats.client(), seats.provider());
    conversations.removeStaff(id);
    seats.staff().forEach(staff -> conversations.addStaff(organization.value(), id, staff));
    contacts.replace(organization, id, registration.allow());
    final Conversation registered = find(organization, id).orElseThrow();
    final @Nullable String number = contacts.relayNumber(organization, registration.relayNumber());
    listeners.forEach(listener -> listener.registered(registered, number));
    return find(organization, id).orElseThrow();
  }

  /**
   * Adds what a provider's payload says to what is known: an unknown conversation is made, an empty
   * side is filled, nothing known is ever replaced (B23). Addresses that cannot be read are left
   * out.
   */
  @Transactional
  public Conversation learn(
      final OrganizationId organization,
      final Channel channel,
      final String externalRef,
      final Registration told) {
    final Conversation known = findOrAdd(organization, channel, externalRef);
    final var people = known.people();
    final boolean news =
        people.client() == null && told.client() != null
            || people.provider() == null && told.provider() != null;
    if (!news) {
      return known;
    }
    final Seats seats = participants.learn(organization, told);
    conversations.fill(known.id(), seats.client(), seats.provider());
    return find(organization, known.id()).orElseThrow();
  }

  /**
   * Corrects a conversation by what the site has on file: it replaces what a payload said or an
   * earlier reading, and nothing that the owner registered (B23). An unknown conversation stays so.
   *
   * @param onFile its contacts replace those of the last reading (S1.16)
   * @param roles what is certain of an address in lower case, whatever a payload made of it
   */
  @Transactional
  public void correct(
      final OrganizationId organization,
      final Channel channel,
      final String externalRef,
      final Registration onFile,
      final Function<String, Optional<Role>> roles) {
    final Optional<Conversation> known = find(organization, channel, externalRef);
    if (known.isPresent()) {
      final UUID id = known.get().id();
      final var people = known.get().people();
      final Seats seats = participants.learn(organization, onFile);
      conversations.correct(
          id,
          seats.client(),
          isOther(roles, people.client()),
          seats.provider(),
          isOther(roles, people.provider()));
      contacts.replaceOnFile(organization, id, onFile.allow());
    }
  }

  private static boolean isOther(
      final Function<String, Optional<Role>> roles, final @Nullable Participant person) {
    return person != null
        && person.email() != null
        && roles.apply(person.email()).filter(role -> role != person.role()).isPresent();
  }

  /**
   * Keeps others who hold one of the conversations waiting until the running transaction ends, so
   * that the messages of each are recorded one after the other.
   */
  public void hold(final List<Conversation> held) {
    if (!held.isEmpty()) {
      conversations.hold(held.stream().map(one -> one.id().toString()).toList());
    }
  }

  private Conversation findOrAdd(
      final OrganizationId organization, final Channel channel, final String externalRef) {
    return find(organization, channel, externalRef)
        .orElseGet(
            () -> {
              conversations.add(
                  ids.next(), organization.value(), channel.wire(), externalRef, clock.instant());
              return find(organization, channel, externalRef).orElseThrow();
            });
  }
}
