package io.gatehouse.conversation;

import io.gatehouse.detection.Known;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its owner registers and reads it.
 *
 * @param id ours; ignored when registering
 */
@Serdeable
record ConversationJson(
    @Nullable UUID id,
    @NotNull String channel,
    @Nullable @Valid PersonJson client,
    @Nullable @Valid PersonJson provider,
    @Nullable @Size(max = 50) List<@Valid PersonJson> staff,
    @Nullable Allow allow,
    @Nullable String relayNumber) {

  /** Somebody; no field is required. */
  @Serdeable
  record PersonJson(
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 254) String email,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 10) String language) {

    Person toPerson() {
      return new Person(name, email, phone, language);
    }

    static @Nullable PersonJson of(final @Nullable Participant person) {
      return person == null
          ? null
          : new PersonJson(person.name(), person.email(), person.phone(), person.language());
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
    return new ConversationJson(
        conversation.id(),
        conversation.channel().wire(),
        PersonJson.of(people.client()),
        PersonJson.of(people.provider()),
        people.staff().stream().map(PersonJson::of).toList(),
        new Allow(known.emails(), known.phones(), known.domains()),
        conversation.relayNumber());
  }
}
