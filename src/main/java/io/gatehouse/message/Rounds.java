package io.gatehouse.message;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Splits messages so that of those taken together no two are of one conversation or bear one name:
 * the second of a conversation is to be judged by the first, the second of a name is its repeat.
 */
public final class Rounds {

  private record Name(OrganizationId organization, String source, String key) {}

  private final Map<UUID, Integer> conversations = new HashMap<>();
  private final Map<Name, Integer> names = new HashMap<>();
  private final List<List<Integer>> rounds = new ArrayList<>();

  private Rounds() {}

  /** The places of the messages, one round after the other. */
  public static List<List<Integer>> of(final List<Incoming> messages) {
    final Rounds rounds = new Rounds();
    for (int place = 0; place < messages.size(); place++) {
      rounds.add(place, messages.get(place));
    }
    return rounds.rounds;
  }

  private void add(final int place, final Incoming incoming) {
    final @Nullable Conversation conversation = incoming.conversation();
    final NaturalKey key = incoming.key();
    final Name name = new Name(incoming.origin().organization(), key.source(), key.key());
    int round = names.getOrDefault(name, 0);
    if (conversation != null) {
      round = Math.max(round, conversations.getOrDefault(conversation.id(), 0));
      conversations.put(conversation.id(), round + 1);
    }
    names.put(name, round + 1);
    if (round == rounds.size()) {
      rounds.add(new ArrayList<>());
    }
    rounds.get(round).add(place);
  }
}
