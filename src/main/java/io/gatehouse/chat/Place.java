package io.gatehouse.chat;

import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversation.People;
import io.gatehouse.message.Origin.Sender;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a message belongs and who wrote it.
 *
 * @param conversation null where its thread is not known
 */
record Place(@Nullable Conversation conversation, Sender sender) {

  /**
   * The author's place as far as that is known: a seat in the conversation counts, whatever the
   * message says (B23), then the message's word, then the first seat nobody has.
   */
  static Place of(final Asked asked, final Conversation conversation) {
    return seated(asked, conversation)
        .orElseGet(
            () -> stranger(asked, conversation, asked.role().orElseGet(() -> free(conversation))));
  }

  /** Empty while the author has no seat there. */
  static Optional<Place> seated(final Asked asked, final @Nullable Conversation conversation) {
    return Optional.ofNullable(conversation)
        .flatMap(known -> known.byUser(asked.user()))
        .map(person -> new Sender(person.role(), person.id(), asked.user()))
        .map(sender -> new Place(conversation, sender));
  }

  /** Somebody who is nobody known there, and speaks for that side all the same. */
  static Place stranger(
      final Asked asked, final @Nullable Conversation conversation, final Role role) {
    return new Place(conversation, new Sender(role, null, asked.user()));
  }

  /** The first to write is taken for the client, the second for the provider. */
  static Role free(final Conversation conversation) {
    return !vacant(conversation, Role.CLIENT) && vacant(conversation, Role.PROVIDER)
        ? Role.PROVIDER
        : Role.CLIENT;
  }

  /** Whether nobody is known on that side; staff have no seat to take by writing. */
  static boolean vacant(final Conversation conversation, final Role role) {
    final People people = conversation.people();
    return switch (role) {
      case CLIENT -> people.client() == null;
      case PROVIDER -> people.provider() == null;
      case STAFF -> false;
    };
  }
}
