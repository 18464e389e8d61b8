package io.gatehouse.memory;

import io.gatehouse.lexicon.Hit;
import io.gatehouse.recognition.Candidate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of an account, given after a network was spoken of: "what are you called on ig?",
 * "fern_and_fable". Without that the same word is a file, a tag or a pet.
 */
final class Answers {

  private static final String RULE = "memory.account";

  /** How many messages before the answer the network may be spoken of. */
  private static final int REACH = 4;

  /** How many messages before a name in plain words it must be asked for. */
  private static final int ASKED = 2;

  private static final double SHAPED = 0.75;
  private static final double PLAIN = 0.6;

  private Answers() {}

  static List<Joined> in(final Talk talk) {
    final @Nullable Account shaped = Account.of(talk.last());
    final @Nullable Account account =
        shaped == null && asked(talk) ? Account.plain(talk.last()) : shaped;
    if (account == null) {
      return List.of();
    }
    for (final Said said : talk.lately(REACH)) {
      final Optional<Hit> hit = Hints.elsewhere(said.reading());
      if (hit.isPresent()) {
        final int[] range = Hints.range(said.reading(), hit.get());
        final Trace cue = trace(said, range[0], range[1], PLAIN);
        final double sure = shaped == null ? PLAIN : SHAPED;
        return List.of(
            new Joined(List.of(cue, trace(talk.last(), account.from(), account.to(), sure))));
      }
    }
    return List.of();
  }

  /** Whether the other side wants to know a name. */
  private static boolean asked(final Talk talk) {
    return talk.lately(ASKED).stream()
        .anyMatch(said -> said.sender() != talk.last().sender() && Hints.asksName(said.reading()));
  }

  private static Trace trace(final Said said, final int from, final int to, final double sure) {
    final Candidate candidate =
        new Candidate(from, to, "social_media", RULE, sure, "", "split_messages");
    return new Trace(said.message(), said.text(), candidate);
  }
}
