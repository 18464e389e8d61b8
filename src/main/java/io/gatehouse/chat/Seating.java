package io.gatehouse.chat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Conversations.Named;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds where messages belong and who wrote them. Threads whose people are known cost one round
 * trip for all of them; an unknown thread is learned by its first messages.
 */
@Singleton
final class Seating {

  private final Conversations conversations;

  Seating(final Conversations conversations) {
    this.conversations = conversations;
  }

  /** The messages' places in their order; unknown threads and authors are known from then on. */
  List<Place> take(final List<Asked> messages) {
    final Map<Named, Conversation> known = known(messages);
    return messages.stream().map(asked -> take(asked, known.get(name(asked)))).toList();
  }

  /** Only looks. */
  Map<Named, Conversation> known(final List<Asked> messages) {
    return conversations.find(
        Channel.CHAT, messages.stream().map(Seating::name).collect(Collectors.toUnmodifiableSet()));
  }

  static Named name(final Asked asked) {
    return new Named(asked.organization(), asked.thread());
  }

  private Place take(final Asked asked, final @Nullable Conversation known) {
    return Place.seated(asked, known).orElseGet(() -> learned(asked, known));
  }

  private Place learned(final Asked asked, final @Nullable Conversation known) {
    final Conversation conversation = known == null ? learn(asked, null) : known;
    final Role role = role(asked, conversation);
    if (!Place.vacant(conversation, role)) {
      return Place.stranger(asked, conversation, role);
    }
    final Conversation filled = learn(asked, role);
    return Place.seated(asked, filled).orElseGet(() -> late(asked, filled));
  }

  /** Somebody else took the seat at the same moment; where none was named, another will do. */
  private Place late(final Asked asked, final Conversation taken) {
    final Role role = asked.role().orElseGet(() -> Place.free(taken));
    final Conversation filled = Place.vacant(taken, role) ? learn(asked, role) : taken;
    return Place.seated(asked, filled).orElseGet(() -> Place.stranger(asked, filled, role));
  }

  /** As the message says, or as the author is known in other threads, or by who came first. */
  private Role role(final Asked asked, final Conversation conversation) {
    return asked
        .role()
        .or(() -> conversations.roleOf(asked.organization(), asked.user()))
        .orElseGet(() -> Place.free(conversation));
  }

  private Conversation learn(final Asked asked, final @Nullable Role role) {
    final Person author = Person.withUserId(asked.user());
    return conversations.learn(
        asked.organization(),
        Channel.CHAT,
        asked.thread(),
        new Registration(
            role == Role.CLIENT ? author : null,
            role == Role.PROVIDER ? author : null,
            List.of(),
            Known.NOTHING,
            null));
  }
}
