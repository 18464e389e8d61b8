package io.gatehouse.passage;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Entry;
import io.gatehouse.backlog.Messages;
import io.gatehouse.base.Ids;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.message.Handling;
import io.gatehouse.settings.ChatSettings.OnFailure;
import io.gatehouse.sweep.Guard;
import io.gatehouse.sweep.Losses;
import io.gatehouse.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A passage with a clock, a database and an organization that a test has in its hands. */
final class Desk {

  static final Duration BUDGET = Duration.ofMillis(80);

  final TestClock clock = new TestClock();
  final HandTimer timer = new HandTimer(clock);
  final List<List<Asked>> batches = new ArrayList<>();
  final Counts counts = new Counts();
  final Guard guard = new Guard(new Breaker(clock, 5, Duration.ofSeconds(30)));
  final Backlog backlog;
  final Lines lines;
  final Recorders recorders;
  final Passage passage;
  final Losses losses = new Losses();

  OnFailure wish = OnFailure.PASS;
  Function<Asked, Told.Judged> memory = Judged::remembered;

  /** What happens while messages are recorded; throws where the database does. */
  UnaryOperator<List<Asked>> database = messages -> messages;

  Desk(final Path directory) {
    this(directory, 10_000, 1 << 20);
  }

  Desk(final Path directory, final int waiting, final long disk) {
    final var settings =
        new PassageSettings(BUDGET, Duration.ofMillis(15), Duration.ofSeconds(2), waiting, 2, 64);
    backlog = new Backlog(directory, disk, Messages.SEALER);
    lines = new Lines(waiting, backlog::holdsThreadOf);
    backlog.whenFreed(lines::lookAgain);
    final var wishes = new Wishes(organization -> wish);
    final var keeping = new Keeping(backlog, losses, timer, settings, new Ids(clock), clock);
    final var unaided = new Unaided(wishes, asked -> memory.apply(asked), keeping, counts);
    recorders =
        new Recorders(
            lines, guard, this::record, new Answers(unaided, wishes, counts, backlog), settings);
    passage = new Passage(lines, unaided, new Aside(List.of(AT_ONCE)), timer, settings, counts);
  }

  private synchronized List<Told> record(final List<Asked> messages, final Handling handling) {
    batches.add(messages);
    return database.apply(messages).stream()
        .<Told>map(asked -> Judged.recorded(asked, handling))
        .toList();
  }

  CompletableFuture<Told> ask(final String thread, final String id, final String content) {
    return passage.ask(Messages.asked(thread, id, content)).toCompletableFuture();
  }

  CompletableFuture<Told> ask(final String thread, final String id) {
    return ask(thread, id, "hello");
  }

  /** What one worker does when it comes by. */
  void deal() {
    recorders.deal(lines.next(64));
  }

  List<Entry> kept() throws IOException {
    return backlog.first(1000, Set.of());
  }

  /** The answer, which waits for nothing but the disk. */
  static Told told(final CompletableFuture<Told> answer) {
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (final InterruptedException | ExecutionException | TimeoutException none) {
      throw new AssertionError(none);
    }
  }

  static Optional<Boolean> recorded(final Told told) {
    return told instanceof final Told.Judged judged
        ? Optional.of(judged.recorded())
        : Optional.empty();
  }

  private static final AbstractExecutorService AT_ONCE =
      new AbstractExecutorService() {
        @Override
        public void execute(final Runnable command) {
          command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
          return List.of();
        }

        @Override
        public boolean isShutdown() {
          return false;
        }

        @Override
        public boolean isTerminated() {
          return false;
        }

        @Override
        public boolean awaitTermination(final long timeout, final TimeUnit unit) {
          return true;
        }
      };
}
