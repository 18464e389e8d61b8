package io.gatehouse.chat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations.Named;
import io.gatehouse.detection.Known;
import io.gatehouse.events.Memory;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said of late, as this instance saw it, so that a message can be judged while the
 * database is away (S3.15, B43): a number is found also where all its parts came meanwhile.
 */
@Singleton
public class Recollection {

  /** About 32 MB of text at most: what a busy day's open threads hold. */
  private static final int THREADS = 20_000;

  private static final long LENGTH = 16_000_000;

  /** What is older belongs to no number that is being given away; the gatekeeper's own reach. */
  private static final Duration REACH = Duration.ofHours(48);

  private final Threads threads = new Threads(THREADS, LENGTH);
  private final Gatekeeper gatekeeper;
  private final Clock clock;
  private volatile Instant unreadableAt = Instant.MIN;

  Recollection(final Gatekeeper gatekeeper, final Clock clock) {
    this.gatekeeper = gatekeeper;
    this.clock = clock;
  }

  /**
   * Judges a message without the database, by what was said before it and who is known to take
   * part. It is remembered as said: asked about again, it gets the same answer.
   *
   * @throws RuntimeException when the organization's settings were never read
   */
  public Told.Judged fromMemory(final Asked asked) {
    final Remembered thread = threads.get(Seating.name(asked));
    final MessageEvent event = answeredBefore(thread, asked).orElseGet(() -> said(asked, thread));
    return Told.Judged.of(event, false);
  }

  private MessageEvent said(final Asked asked, final Remembered thread) {
    final MessageEvent event = judge(asked, thread);
    threads.change(Seating.name(asked), now -> now.with(asked, Said.unrecorded(asked, event)));
    return event;
  }

  private static Optional<MessageEvent> answeredBefore(final Remembered thread, final Asked asked) {
    return thread
        .find(asked)
        .flatMap(Said::unrecorded)
        .filter(event -> event.content().text().equals(asked.content()));
  }

  /** Judges, and remembers nothing. */
  MessageEvent judge(final Asked asked, final Remembered thread) {
    return gatekeeper.preview(
        new Letter(asked, thread.place(asked), Optional.empty())
            .as(Handling.SCREEN, thread.ofPair()),
        thread.before(asked, clock.instant().minus(REACH)));
  }

  /** A message was recorded. */
  void saw(final Asked asked, final @Nullable Conversation conversation, final MessageEvent event) {
    threads.change(
        Seating.name(asked),
        thread -> thread.in(conversation).with(asked, Said.recorded(asked, event)));
  }

  /**
   * A thread was read.
   *
   * @param begin before the first question: what was recorded after it may not be in the answers
   */
  Remembered read(
      final Named name,
      final @Nullable Conversation conversation,
      final Known ofPair,
      final List<Memory.Entry> earlier,
      final Instant begin) {
    final List<Said> said = earlier.stream().map(entry -> Said.read(entry, begin)).toList();
    return threads.change(name, thread -> thread.read(conversation, ofPair, said, begin));
  }

  /** Reads anew what else is remembered of an organization. */
  void refresh(final OrganizationId organization) {
    gatekeeper.refresh(organization);
  }

  /** A thread could not be read: reading is not tried again at once. */
  void unreadable() {
    unreadableAt = clock.instant();
  }

  /** When a thread could not be read; {@link Instant#MIN} for never. */
  Instant unreadableAt() {
    return unreadableAt;
  }

  Remembered thread(final Named name) {
    return threads.get(name);
  }

  /** When a message was answered without being recorded, where this instance did so. */
  Optional<Instant> passedAt(final Asked asked) {
    return threads
        .get(Seating.name(asked))
        .find(asked)
        .flatMap(Said::unrecorded)
        .map(MessageEvent::receivedAt);
  }

  void forget() {
    threads.clear();
    unreadableAt = Instant.MIN;
  }
}
