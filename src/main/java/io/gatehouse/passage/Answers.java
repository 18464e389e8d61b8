package io.gatehouse.passage;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Entry;
import io.gatehouse.chat.Told;
import io.gatehouse.sweep.Agreement;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a message that the recorders have dealt with. */
@Singleton
class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private final Unaided unaided;
  private final Wishes wishes;
  private final Counts counts;
  private final Backlog backlog;

  Answers(final Unaided unaided, final Wishes wishes, final Counts counts, final Backlog backlog) {
    this.unaided = unaided;
    this.wishes = wishes;
    this.counts = counts;
    this.backlog = backlog;
  }

  /** Tells it, or compares it with what was told when its time was up. */
  void recorded(final Ticket ticket, final Told told) {
    if (ticket.claim()) {
      counts.recorded().increment();
      ticket.tell(told);
      wishes.refresh(ticket.asked().organization());
    } else {
      ticket.whenKept(entry -> compare(entry, told));
    }
  }

  void unrecorded(final Ticket ticket) {
    unaided.answer(ticket);
  }

  /** What does not agree is left to the sweep, which can be relied on to end what it begins. */
  private void compare(final Entry entry, final Told told) {
    if (told instanceof final Told.Judged judged && Agreement.between(entry, judged.event())) {
      try {
        backlog.gone(List.of(entry), List.of());
      } catch (final IOException unwritten) {
        // Recorded once more after a restart, it would be recognised.
        LOG.warn("the backlog cannot be written: {}", unwritten.toString());
      }
    }
  }
}
