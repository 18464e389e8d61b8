package io.gatehouse.conversation;

import io.gatehouse.conversation.Conversation.Session;
import io.gatehouse.detection.Known;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its owner registers and reads it.
 *
 * @param id ours; like {@code closedAt} and the people's own numbers ignored when registering
 * @param relayNumber the number of ours that both sides use; absent when they use different ones
 * @param closedAt absent while it is open
 */
@Serdeable
record ConversationJson(
    @Nullable UUID id,
    @NotNull String channel,
    @Nullable @Valid PersonJson client,
    @Nullable @Valid PersonJson provider,
    @Nullable @Size(max = 50) List<@Valid PersonJson> staff,
    @Nullable Allow allow,
    @Nullable String relayNumber,
    @Nullable Instant closedAt) {

  /**
   * Somebody; no field is required.
   *
   * @param userId how a chat application calls this person
   * @param relayNumber the number of ours that this person writes to
   */
  @Serdeable
  record PersonJson(
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 254) String email,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 10) String language,
      @Nullable @Size(max = 200) String userId,
      @Nullable String relayNumber) {

    Person toPerson() {
      return new Person(name, email, phone, language, userId);
    }

    static @Nullable PersonJson of(
        final @Nullable Participant person, final @Nullable String relayNumber) {
      return person == null
          ? null
          : new PersonJson(
              person.name(),
              person.email(),
              person.phone(),
              person.language(),
              person.userId(),
              relayNumber);
    }
  }

  /** What may be mentioned. */
  @Serdeable
  record Allow(
      @Nullable Set<String> emails, @Nullable Set<String> phones, @Nullable Set<String> domains) {

    Known toKnown() {
      return new Known(orEmpty(emails), orEmpty(phones), orEmpty(domains), Set.of());
    }

    private static Set<String> orEmpty(final @Nullable Set<String> values) {
      return values == null ? Set.of() : values;
    }
  }

  Registration toRegistration() {
    return new Registration(
        client == null ? null : client.toPerson(),
        provider == null ? null : provider.toPerson(),
        staff == null ? List.of() : staff.stream().map(PersonJson::toPerson).toList(),
        allow == null ? Known.NOTHING : allow.toKnown(),
        relayNumber);
  }

  static ConversationJson of(final Conversation conversation) {
    final var people = conversation.people();
    final Known known = conversation.known();
    final Session session = conversation.session();
    return new ConversationJson(
        conversation.id(),
        conversation.channel().wire(),
        PersonJson.of(people.client(), session.clientNumber()),
        PersonJson.of(people.provider(), session.providerNumber()),
        people.staff().stream().map(person -> PersonJson.of(person, null)).toList(),
        new Allow(known.emails(), known.phones(), known.domains()),
        common(session),
        session.closedAt());
  }

  private static @Nullable String common(final Session session) {
    return session.clientNumber() != null && session.clientNumber().equals(session.providerNumber())
        ? session.clientNumber()
        : null;
  }
}
