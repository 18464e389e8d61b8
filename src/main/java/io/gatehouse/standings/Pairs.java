package io.gatehouse.standings;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the two people whose strikes are counted together. */
@Singleton
public class Pairs {

  private final PairRepository pairs;

  Pairs(final PairRepository pairs) {
    this.pairs = pairs;
  }

  /**
   * The conversation's pair, which exists once something was found in it. Empty while nobody in it
   * is known: what all strangers do must not be laid at one another's door (B18).
   */
  public Optional<UUID> of(final @Nullable Conversation conversation) {
    if (conversation == null) {
      return Optional.empty();
    }
    final @Nullable Participant client = conversation.people().client();
    final @Nullable Participant provider = conversation.people().provider();
    return client == null && provider == null
        ? Optional.empty()
        : pairs.of(conversation.organization().value(), id(client), id(provider));
  }

  private static @Nullable UUID id(final @Nullable Participant person) {
    return person == null ? null : person.id();
  }
}
