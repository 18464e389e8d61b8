package io.gatehouse.chat;

import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A thread as this instance saw it last.
 *
 * @param conversation null while the database knows of none
 * @param ofPair what its two people may mention
 * @param said oldest first
 * @param readAt when all of it was read from the database; {@link Instant#MIN} for never
 */
record Remembered(
    @Nullable Conversation conversation, Known ofPair, List<Said> said, Instant readAt) {

  /** As many as the gatekeeper itself looks back. */
  private static final int MESSAGES = 12;

  static final Remembered NOTHING = new Remembered(null, Known.NOTHING, List.of(), Instant.MIN);

  Remembered {
    said = List.copyOf(said.subList(Math.max(0, said.size() - MESSAGES), said.size()));
  }

  /**
   * With another message, or with what is known of one by now. An old one that is asked about again
   * was not said just now.
   */
  Remembered with(final Asked asked, final Said news) {
    final List<Said> all = new ArrayList<>(said);
    final int at = indexOf(asked);
    if (at < 0) {
      all.add(news);
      all.sort(Comparator.comparing(Said::at));
    } else {
      all.set(at, news.insteadOf(all.get(at)));
    }
    return new Remembered(conversation, ofPair, all, readAt);
  }

  Remembered in(final @Nullable Conversation seen) {
    return new Remembered(seen, ofPair, said, readAt);
  }

  /** What the database says, and what it could not know yet. */
  Remembered read(
      final @Nullable Conversation seen,
      final Known pair,
      final List<Said> recorded,
      final Instant at) {
    final Stream<Said> waiting =
        said.stream().filter(one -> one.unrecorded().isPresent() || one.at().isAfter(at));
    return new Remembered(seen, pair, Stream.concat(recorded.stream(), waiting).toList(), at);
  }

  Optional<Said> find(final Asked asked) {
    return said.stream().filter(one -> one.is(asked)).findFirst();
  }

  /** What was said before a message since some time. */
  List<Utterance> before(final Asked asked, final Instant since) {
    return said.stream()
        .takeWhile(one -> !one.is(asked))
        .filter(one -> one.at().isAfter(since))
        .map(Said::words)
        .toList();
  }

  /** While the thread is not known, who writes first is taken for the client, others answer. */
  Place place(final Asked asked) {
    return conversation == null
        ? Place.stranger(asked, null, asked.role().orElseGet(() -> newcomer(asked)))
        : Place.of(asked, conversation);
  }

  private Role newcomer(final Asked asked) {
    return said.stream()
            .map(Said::user)
            .filter(user -> !user.isEmpty())
            .limit(1)
            .allMatch(asked.user()::equals)
        ? Role.CLIENT
        : Role.PROVIDER;
  }

  int length() {
    return said.stream().mapToInt(Said::length).sum();
  }

  private int indexOf(final Asked asked) {
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).is(asked)) {
        return i;
      }
    }
    return -1;
  }
}
