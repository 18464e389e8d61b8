package io.gatehouse.relay;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a phone on one side of a conversation, to whom a number of ours shall stand for the
 * other side.
 *
 * @param other null when nobody is known there
 * @param coolingUntil null while the conversation is open
 */
record Seat(
    OrganizationId organization,
    UUID conversation,
    Role role,
    String phone,
    UUID participant,
    @Nullable UUID other,
    @Nullable Instant coolingUntil) {

  /** In the order of their phones, so that two registrations never wait for each other. */
  static List<Seat> of(final Conversation conversation, final @Nullable Instant coolingUntil) {
    final @Nullable Participant client = conversation.people().client();
    final @Nullable Participant provider = conversation.people().provider();
    return Stream.of(
            of(conversation, client, provider, coolingUntil),
            of(conversation, provider, client, coolingUntil))
        .flatMap(Stream::ofNullable)
        .sorted(Comparator.comparing(Seat::phone))
        .toList();
  }

  private static @Nullable Seat of(
      final Conversation conversation,
      final @Nullable Participant person,
      final @Nullable Participant other,
      final @Nullable Instant coolingUntil) {
    return person == null || person.phone() == null
        ? null
        : new Seat(
            conversation.organization(),
            conversation.id(),
            person.role(),
            Objects.requireNonNull(person.phone()),
            person.id(),
            other == null ? null : other.id(),
            coolingUntil);
  }
}
