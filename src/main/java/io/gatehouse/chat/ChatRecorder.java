package io.gatehouse.chat;

import io.gatehouse.detection.Known;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Takes chat messages to the gatekeeper. */
@Singleton
public class ChatRecorder {

  /** Names a message by what its application calls it. */
  public static final String SOURCE = Letter.SOURCE;

  private final Seating seating;
  private final Gatekeeper gatekeeper;
  private final Recollection recollection;

  ChatRecorder(
      final Seating seating, final Gatekeeper gatekeeper, final Recollection recollection) {
    this.seating = seating;
    this.gatekeeper = gatekeeper;
    this.recollection = recollection;
  }

  /**
   * Records messages and says what is told about each, in their order: {@link Told.Judged}, or
   * {@link Told.Reused} for one whose id stands for another message.
   *
   * @param messages at most one of each thread
   * @param handling as in {@link #record}
   */
  public List<Told> tell(final List<Asked> messages, final Handling handling) {
    final List<MessageEvent> events = record(messages, handling);
    final List<Told> told = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      told.add(told(messages.get(i), events.get(i)));
    }
    return told;
  }

  /**
   * Records messages in their order, at most one of each thread.
   *
   * @param handling {@code SCREEN}; {@code PASSED} for those that were let pass before, which the
   *     other side has read; {@code HOLD} for those that were not, and are left to the owner
   * @return what was recorded, in the same order; of a repeat the first event, and for one whose id
   *     stands for another message that one's, see {@link #told}
   */
  public List<MessageEvent> record(final List<Asked> messages, final Handling handling) {
    final List<Place> places = seating.take(messages);
    final List<Incoming> incoming = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      final Asked asked = messages.get(i);
      incoming.add(
          new Letter(asked, places.get(i), recollection.passedAt(asked))
              .as(handling, Known.NOTHING));
    }
    final List<MessageEvent> events = gatekeeper.screen(incoming);
    for (int i = 0; i < messages.size(); i++) {
      if (same(messages.get(i), events.get(i))) {
        recollection.saw(messages.get(i), places.get(i).conversation(), events.get(i));
      }
    }
    return events;
  }

  /** What is told about a message that was answered with an event (S3.5). */
  public static Told told(final Asked asked, final MessageEvent event) {
    return same(asked, event) ? Told.Judged.of(event, true) : new Told.Reused(event.id());
  }

  /** Whether the event is of this message; ids are the application's own, and it may err. */
  private static boolean same(final Asked asked, final MessageEvent event) {
    final var facts = event.origin().envelope();
    return asked.thread().equals(facts.get(Letter.THREAD_ID))
        && asked.user().equals(facts.get(Letter.USER_ID))
        && asked.content().equals(event.content().text());
  }
}
