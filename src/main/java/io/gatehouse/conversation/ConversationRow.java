package io.gatehouse.conversation;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation.People;
import io.gatehouse.detection.Known;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
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
    @Nullable String relayNumber,
    @TypeDef(type = DataType.JSON) List<Member> members,
    @TypeDef(type = DataType.JSON) List<Contact> contacts) {

  @Serdeable
  record Member(
      UUID id,
      String role,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language) {

    Participant toParticipant() {
      return new Participant(id, Role.of(role).orElseThrow(), name, email, phone, language);
    }
  }

  @Serdeable
  record Contact(String kind, String value) {}

  Conversation toConversation() {
    return new Conversation(
        id,
        new OrganizationId(organizationId),
        Channel.of(channel).orElseThrow(),
        externalRef,
        new People(only(Role.CLIENT), only(Role.PROVIDER), all(Role.STAFF)),
        relayNumber,
        new Known(values("email"), values("phone"), values("domain"), Set.of()));
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
