package io.gatehouse.standings;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspension of a pair.
 *
 * @param suspendedSince by which one is told from an earlier one of the same pair
 */
@Introspected
record Suspension(
    UUID pairId,
    @Nullable UUID clientId,
    @Nullable UUID providerId,
    Instant suspendedSince,
    Instant suspendedUntil) {

  boolean stands(final Conversation conversation, final Instant now) {
    return suspendedUntil.isAfter(now)
        && Objects.equals(clientId, id(conversation.people().client()))
        && Objects.equals(providerId, id(conversation.people().provider()));
  }

  private static @Nullable UUID id(final @Nullable Participant person) {
    return person == null ? null : person.id();
  }
}
