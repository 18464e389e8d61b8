package io.gatehouse.chat;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations.Named;
import io.gatehouse.events.Memory;
import io.gatehouse.pairs.PairContacts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what is being typed, as it would be judged if it were sent; leaves no trace of it. */
@Singleton
public class Preview {

  private static final Logger LOG = LoggerFactory.getLogger(Preview.class);

  /** People type faster than threads change: what was read is good for so long. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private final Seating seating;
  private final Memory memory;
  private final PairContacts pairs;
  private final Recollection recollection;
  private final Clock clock;

  Preview(
      final Seating seating,
      final Memory memory,
      final PairContacts pairs,
      final Recollection recollection,
      final Clock clock) {
    this.seating = seating;
    this.memory = memory;
    this.pairs = pairs;
    this.recollection = recollection;
    this.clock = clock;
  }

  /**
   * Judges a message with what was said before it. Nothing is recorded, nobody is struck or learned
   * of; the thread is read once in {@link #GOOD_FOR}, and not while the database is away.
   *
   * @param asked its {@code messageId} may be ""
   * @throws RuntimeException when the organization's settings were never read and cannot be
   */
  public Told.Judged preview(final Asked asked) {
    return Told.Judged.of(recollection.judge(asked, thread(asked)), false);
  }

  private Remembered thread(final Asked asked) {
    final Remembered known = recollection.thread(Seating.name(asked));
    return recent(known.readAt()) || recent(recollection.unreadableAt())
        ? known
        : read(asked, known);
  }

  private Remembered read(final Asked asked, final Remembered known) {
    final Instant begin = clock.instant();
    try {
      recollection.refresh(asked.organization());
      final Named name = Seating.name(asked);
      final @Nullable Conversation conversation = seating.known(List.of(asked)).get(name);
      return recollection.read(
          name, conversation, pairs.known(conversation), earlier(conversation), begin);
    } catch (final RuntimeException away) {
      LOG.warn("what is typed is judged from memory: {}", away.getClass().getName());
      recollection.unreadable();
      return known;
    }
  }

  private List<Memory.Entry> earlier(final @Nullable Conversation conversation) {
    return conversation == null
        ? List.of()
        : memory.of(List.of(conversation.id())).getOrDefault(conversation.id(), List.of());
  }

  private boolean recent(final Instant then) {
    return then.isAfter(clock.instant().minus(GOOD_FOR));
  }
}
