package io.gatehouse.passage;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.settings.ChatSettings.OnFailure;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers without recording, as the organization wants it (S3.15, S3.19). */
@Singleton
class Unaided {

  private static final Logger LOG = LoggerFactory.getLogger(Unaided.class);

  private final Wishes wishes;
  private final FromMemory memory;
  private final Keeping keeping;
  private final Counts counts;

  Unaided(
      final Wishes wishes, final FromMemory memory, final Keeping keeping, final Counts counts) {
    this.wishes = wishes;
    this.memory = memory;
    this.keeping = keeping;
    this.counts = counts;
  }

  /** Whether the organization would rather have its messages refused than unrecorded. */
  boolean refuses(final Ticket ticket) {
    return wishes.of(ticket.asked().organization()) == OnFailure.REFUSE;
  }

  /** Answers, unless somebody else does before. */
  void answer(final Ticket ticket) {
    switch (wishes.of(ticket.asked().organization())) {
      case PASS -> tell(ticket, fromMemory(ticket.asked()));
      case HOLD -> tell(ticket, new Told.Unjudged(OnFailure.HOLD));
      case REFUSE -> refuse(ticket);
    }
  }

  /** The same, without even a look at it: there are too many. */
  void answerAtOnce(final Ticket ticket) {
    final OnFailure wish = wishes.atOnce(ticket.asked().organization());
    if (wish == OnFailure.REFUSE) {
      refuse(ticket);
    } else {
      tell(ticket, new Told.Unjudged(wish));
    }
  }

  private Told fromMemory(final Asked asked) {
    try {
      return memory.judge(asked);
    } catch (final RuntimeException | StackOverflowError failed) {
      LOG.warn(
          "organization={}: a message was let pass unread: {}",
          asked.organization(),
          failed.getClass().getName());
      return new Told.Unjudged(OnFailure.PASS);
    }
  }

  private void tell(final Ticket ticket, final Told told) {
    if (ticket.claim()) {
      count(told);
      keeping.keepAndTell(ticket, told);
    }
  }

  private void count(final Told told) {
    switch (told) {
      case Told.Judged judged -> counts.unrecorded().increment();
      case Told.Reused reused -> counts.unrecorded().increment();
      case Told.Unjudged unjudged -> counts.unjudged().increment();
    }
  }

  /** Nothing is kept: its author may try again. */
  private void refuse(final Ticket ticket) {
    if (ticket.claim()) {
      counts.unjudged().increment();
      ticket.kept(Optional.empty());
      ticket.tell(new Told.Unjudged(OnFailure.REFUSE));
    }
  }
}
