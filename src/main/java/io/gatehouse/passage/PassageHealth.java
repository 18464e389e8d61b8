package io.gatehouse.passage;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.sweep.Guard;
import io.gatehouse.sweep.Losses;
import io.gatehouse.sweep.Stumbles;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** How chat messages are answered, for health and metrics (S3.17, S3.18). Asks nobody. */
@Singleton
public class PassageHealth {

  private final Guard guard;
  private final Lines lines;
  private final Backlog backlog;
  private final Counts counts;
  private final Stumbles stumbles;
  private final Losses losses;
  private final Clock clock;

  PassageHealth(
      final Guard guard,
      final Lines lines,
      final Backlog backlog,
      final Counts counts,
      final Afterwards afterwards,
      final Clock clock) {
    this.guard = guard;
    this.lines = lines;
    this.backlog = backlog;
    this.counts = counts;
    this.stumbles = afterwards.stumbles();
    this.losses = afterwards.losses();
    this.clock = clock;
  }

  /** What counts messages after their answer. */
  @Singleton
  record Afterwards(Stumbles stumbles, Losses losses) {}

  /**
   * Answers since the start.
   *
   * @param recorded of those whose message was in the database by then
   * @param unrecorded by memory alone
   * @param unjudged by the organization's setting alone: refused, held, or let pass unread
   * @param late those of all that were not recorded within the budget
   * @param swept messages recorded after their answer
   * @param lost messages answered that will not be recorded by themselves: no room, or set aside
   */
  public record Answered(
      long recorded, long unrecorded, long unjudged, long late, long swept, long lost) {}

  /**
   * What waits on disk to be recorded.
   *
   * @param oldest since the first of it was answered, zero when there is none
   */
  public record Waiting(int messages, long bytes, Duration oldest) {}

  public Breaker.State breaker() {
    return guard.state();
  }

  public int failureCount() {
    return guard.failureCount();
  }

  /** Messages that wait to be recorded and are not answered yet. */
  public int queue() {
    return lines.waiting();
  }

  public Waiting backlog() {
    final Backlog.Size size = backlog.size();
    return new Waiting(
        size.messages(),
        size.bytes(),
        size.oldest().map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO));
  }

  public Answered answered() {
    return new Answered(
        counts.recorded().sum(),
        counts.unrecorded().sum(),
        counts.unjudged().sum(),
        counts.late().sum(),
        stumbles.recorded(),
        losses.total());
  }
}
