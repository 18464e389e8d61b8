package io.gatehouse.sweep;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Entry;
import io.gatehouse.backlog.Messages;
import io.gatehouse.base.Ids;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.chat.Asked;
import io.gatehouse.message.Handling;
import io.gatehouse.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A backlog and a sweeper over the real database, before which a test can stand. */
final class Broom {

  private static final Set<Entry> NONE = Set.of();

  final Backlog backlog;
  final Losses losses = new Losses();
  final Guard guard;
  final Sweeper sweeper;

  /** What happens before messages are recorded, and after. */
  Step before = messages -> {};

  Step after = messages -> {};

  private final TestClock clock;
  private final Ids ids;

  /** Throws what the database might. */
  interface Step {
    void with(List<Asked> messages);
  }

  Broom(
      final Path directory,
      final Recording recording,
      final Settlement settlement,
      final TestClock clock) {
    this.clock = clock;
    this.ids = new Ids(clock);
    backlog = new Backlog(directory, 1 << 20, Messages.SEALER);
    guard = new Guard(new Breaker(clock, 5, Duration.ofSeconds(30)));
    sweeper =
        new Sweeper(
            backlog,
            guard,
            (messages, handling) -> {
              before.with(messages);
              final var told = recording.record(messages, handling);
              after.with(messages);
              return told;
            },
            settlement,
            new Stumbles(backlog, losses, clock),
            new SweepSettings(Duration.ofSeconds(1), 64));
  }

  Asked keep(final Handling handling, final Asked asked) throws IOException {
    backlog.keep(new Entry(ids.next(), asked, handling, clock.instant()));
    return asked;
  }

  Broom sweep() throws IOException {
    sweeper.sweep();
    return this;
  }

  /** Once more when all that stumbled may be tried again. */
  Broom sweepLater() throws IOException {
    clock.advance(Duration.ofSeconds(2));
    return sweep();
  }

  List<String> waiting() throws IOException {
    return backlog.first(100, NONE).stream().map(entry -> entry.asked().messageId()).toList();
  }
}
