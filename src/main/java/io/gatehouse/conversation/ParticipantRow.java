package io.gatehouse.conversation;

import io.gatehouse.base.Role;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("participant")
record ParticipantRow(
    @Id UUID id,
    String organizationId,
    String role,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language,
    @Nullable String externalId,
    Instant createdAt) {

  /** Whether an application's name is all that is known of them. */
  boolean onlyUser() {
    return externalId != null && email == null && phone == null;
  }

  boolean uses(final @Nullable String userId) {
    return externalId == null || externalId.equals(userId);
  }

  Participant toParticipant() {
    return new Participant(
        id, Role.of(role).orElseThrow(), name, email, phone, language, externalId);
  }
}
