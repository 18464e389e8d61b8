package io.gatehouse.overrides;

import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.conduct.FeedFacts;
import io.gatehouse.conduct.ModerationNotices;
import io.gatehouse.events.Progress;
import io.gatehouse.feed.Feed;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.rulings.NewRuling;
import io.gatehouse.rulings.Rulings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What a later opinion leaves behind. Joins the running transaction. */
@Singleton
class OpinionTrace {

  private final Progress progress;
  private final Rulings rulings;
  private final Inbox inbox;
  private final Feed feed;
  private final Clock clock;

  OpinionTrace(
      final Progress progress,
      final Rulings rulings,
      final Inbox inbox,
      final Feed feed,
      final Clock clock) {
    this.progress = progress;
    this.rulings = rulings;
    this.inbox = inbox;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * The owner and the feed hear of it only where it asks for more than was asked for before.
   *
   * @return the message with this opinion
   */
  MessageEvent leave(final MessageEvent event, final Opinion opinion) {
    final MessageEvent now = event.with(opinion);
    progress.moderated(event.id(), opinion);
    rulings.add(
        List.of(NewRuling.on(event.origin().organization(), event.id(), opinion, clock.instant())));
    if (graver(event, opinion)) {
      inbox.post(ModerationNotices.of(now));
      feed.add(List.of(entry(event, opinion)));
    }
    return now;
  }

  private static boolean graver(final MessageEvent event, final Opinion opinion) {
    final boolean helpBefore = event.verdict().opinion().filter(Opinion::help).isPresent();
    return opinion.ruling() != Ruling.ALLOW
        && (opinion.ruling().compareTo(event.verdict().ruling()) > 0
            || opinion.help() && !helpBefore);
  }

  private static Feed.NewEntry entry(final MessageEvent event, final Opinion opinion) {
    return new Feed.NewEntry(
        event.origin().organization(),
        FeedFacts.DECIDED,
        event.conversation(),
        event.id(),
        FeedFacts.of(event, opinion));
  }
}
