package io.gatehouse.passage;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Entry;
import io.gatehouse.base.Ids;
import io.gatehouse.chat.Told;
import io.gatehouse.message.Handling;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.sweep.Losses;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what was not recorded, and keeps it for that first. */
@Singleton
class Keeping {

  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

  private final Backlog backlog;
  private final Losses losses;
  private final Timer timer;
  private final PassageSettings settings;
  private final Ids ids;
  private final Clock clock;

  Keeping(
      final Backlog backlog,
      final Losses losses,
      final Timer timer,
      final PassageSettings settings,
      final Ids ids,
      final Clock clock) {
    this.backlog = backlog;
    this.losses = losses;
    this.timer = timer;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Answers a ticket that the caller has claimed. The message is on disk by then; only a slow disk
   * is not waited for to say that it would outlive a power cut too.
   */
  void keepAndTell(final Ticket ticket, final Told told) {
    final var entry = new Entry(ids.next(), ticket.asked(), handling(told), clock.instant());
    try {
      final CompletionStage<Void> safe = backlog.keep(entry);
      ticket.kept(Optional.of(entry));
      timer.after(settings.disk(), () -> ticket.tell(told));
      safe.whenComplete((done, failed) -> ticket.tell(told));
    } catch (final IOException | RuntimeException failed) {
      LOG.error(
          "organization={}: a message was answered and cannot be kept: {}",
          ticket.asked().organization(),
          failed.toString());
      losses.add(entry);
      ticket.kept(Optional.empty());
      ticket.tell(told);
    }
  }

  /** How it is to be recorded, so that what stands there is what happened. */
  private static Handling handling(final Told told) {
    return switch (told) {
      case Told.Judged judged -> handling(judged.delivery());
      case Told.Reused reused -> Handling.SCREEN;
      case Told.Unjudged unjudged ->
          switch (unjudged.instead()) {
            case PASS -> Handling.PASSED;
            case HOLD -> Handling.HOLD;
            case REFUSE -> Handling.SCREEN;
          };
    };
  }

  /** What is masked is masked again; what was withheld must not look delivered by a milder word. */
  private static Handling handling(final Delivery delivery) {
    return switch (delivery) {
      case AS_IS -> Handling.PASSED;
      case REDACTED -> Handling.SCREEN;
      case WITHHELD -> Handling.HOLD;
    };
  }
}
