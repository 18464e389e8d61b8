package io.gatehouse.passage;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/**
 * Answers about chat messages: once they are recorded, or when their time is up (S3.1, S3.15). No
 * thread waits meanwhile.
 */
@Singleton
public class Passage {

  private final Lines lines;
  private final Unaided unaided;
  private final Aside aside;
  private final Timer timer;
  private final PassageSettings settings;
  private final Counts counts;

  Passage(
      final Lines lines,
      final Unaided unaided,
      final Aside aside,
      final Timer timer,
      final PassageSettings settings,
      final Counts counts) {
    this.lines = lines;
    this.unaided = unaided;
    this.aside = aside;
    this.timer = timer;
    this.settings = settings;
    this.counts = counts;
  }

  /**
   * Judges and records a message. Those of one thread are answered in the order of asking. Never
   * ends in a failure of ours: what is answered then is the organization's choice. What hangs on
   * the answer must be quick.
   */
  public CompletionStage<Told> ask(final Asked asked) {
    final Ticket ticket = new Ticket(asked);
    if (lines.add(ticket)) {
      timer.after(settings.budget(), () -> late(ticket));
    } else {
      aside.run(ticket, () -> unaided.answer(ticket), () -> unaided.answerAtOnce(ticket));
    }
    return ticket.answer();
  }

  private void late(final Ticket ticket) {
    if (!ticket.isSettled()) {
      counts.late().increment();
      aside.run(ticket, () -> inTurn(ticket), () -> outOfLine(ticket, unaided::answerAtOnce));
    }
  }

  private void inTurn(final Ticket ticket) {
    outOfLine(ticket, unaided::answer);
    if (ticket.isClaimed()) {
      // Somebody else may be about to keep it; the next of its thread comes after it.
      ticket.awaitSettled();
    }
  }

  /** What waits still is not recorded from there any more; of what does not, the answer is due. */
  private void outOfLine(final Ticket ticket, final Answering answering) {
    final boolean waited = lines.leave(ticket);
    try {
      if (!waited && !ticket.isClaimed() && unaided.refuses(ticket)) {
        // Its recording has begun: refused now, it might stand there as delivered.
        timer.after(settings.patience(), () -> unaided.answerAtOnce(ticket));
      } else {
        answering.answer(ticket);
      }
    } finally {
      if (waited) {
        lines.through(ticket);
      }
    }
  }

  @FunctionalInterface
  private interface Answering {
    void answer(Ticket ticket);
  }
}
