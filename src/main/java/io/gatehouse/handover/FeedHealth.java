package io.gatehouse.handover;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the feed flows. */
@Singleton
public class FeedHealth {

  private final LagRepository lags;
  private final Clock clock;

  FeedHealth(final LagRepository lags, final Clock clock) {
    this.lags = lags;
    this.clock = clock;
  }

  /**
   * The feed at a moment.
   *
   * @param newest number of the newest entry, 0 when there is none
   * @param unsettled how long the oldest entry has waited that cannot be read yet, because an older
   *     transaction that writes has not ended
   */
  public record Flow(long newest, Duration unsettled, List<Lag> outlets) {}

  /**
   * How far an outlet is behind.
   *
   * @param behind entries it has not got yet, counted to {@value LagRepository#MOST}
   * @param lag the age of the oldest of them
   * @param failures in a row
   * @param trouble why, "" when there is none
   * @param stopped whether it is not tried any more
   */
  public record Lag(
      String outlet, long behind, Duration lag, int failures, String trouble, boolean stopped) {}

  @Transactional
  public Flow flow() {
    final LagRepository.Newest newest = lags.newest();
    return new Flow(
        newest.number(),
        age(newest.unsettledSince()),
        lags.all().stream()
            .map(
                row ->
                    new Lag(
                        row.name(),
                        row.behind(),
                        age(row.oldest()),
                        row.failures(),
                        Optional.ofNullable(row.trouble()).orElse(""),
                        row.stopped()))
            .toList());
  }

  private Duration age(final @Nullable Instant since) {
    final Duration age = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
