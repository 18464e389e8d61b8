package io.gatehouse.conversation;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation.People;
import io.gatehouse.conversation.Conversation.Session;
import io.gatehouse.detection.Known;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation with its people and contacts, read in one round trip. */
@Introspected
record ConversationRow(
    UUID id,
    String organizationId,
    String channel,
    String externalRef,
    @Nullable Instant closedAt,
    @TypeDef(type = DataType.JSON) List<Reached> numbers,
    @TypeDef(type = DataType.JSON) List<Member> members,
    @TypeDef(type = DataType.JSON) List<Contact> contacts) {

  @Serdeable
  record Member(
      UUID id,
      String role,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language,
      @Nullable String user) {

    Participant toParticipant() {
      return new Participant(id, Role.of(role).orElseThrow(), name, email, phone, language, user);
    }
  }

  /** By which number of ours somebody in that part is reached; the last one holds. */
  @Serdeable
  record Reached(String role, String number) {}

  @Serdeable
  record Contact(String kind, String value) {}

  Conversation toConversation() {
    return new Conversation(
        id,
        new OrganizationId(organizationId),
        Channel.of(channel).orElseThrow(),
        externalRef,
        new People(only(Role.CLIENT), only(Role.PROVIDER), all(Role.STAFF)),
        new Known(values("email"), values("phone"), values("domain"), Set.of()),
        new Session(number(Role.CLIENT), number(Role.PROVIDER), closedAt));
  }

  private @Nullable String number(final Role role) {
    return numbers.stream()
        .filter(reached -> reached.role().equals(role.wire()))
        .map(Reached::number)
        .reduce((former, latter) -> latter)
        .orElse(null);
  }

  private @Nullable Participant only(final Role role) {
    return all(role).stream().findFirst().orElse(null);
  }

  private List<Participant> all(final Role role) {
    return members.stream()
        .filter(member -> member.role().equals(role.wire()))
        .map(Member::toParticipant)
        .toList();
  }

  private Set<String> values(final String kind) {
    return contacts.stream()
        .filter(contact -> contact.kind().equals(kind))
        .map(Contact::value)
        .collect(Collectors.toUnmodifiableSet());
  }
}
