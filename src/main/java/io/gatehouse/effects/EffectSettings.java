package io.gatehouse.effects;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How effects are run.
 *
 * @param workers whether this process carries out effects; off where tests drive them by hand
 * @param recurring whether it also does what no message triggers (polls, digests, purges)
 * @param lane how many may be under way at once in each lane of this process
 * @param model how many of them may be under way at once in the lane of the language model
 * @param connections how many database connections the workers use at once for their own steps;
 *     leave some of the pool to those who receive messages
 * @param poll how often the database is asked for effects that nobody announced
 * @param heartbeat how often work under way is marked alive. After four missed ones it is taken
 *     over by another process, which looks every two: with 8 s a killed process's effects go on
 *     after 32 to 48 s
 * @param hold how long an effect behind an unsettled one waits if nobody wakes it earlier
 * @param stop how long work under way may take to end when the process stops
 */
@ConfigurationProperties("gatehouse.effects")
record EffectSettings(
    @Bindable(defaultValue = "true") boolean workers,
    @Bindable(defaultValue = "true") boolean recurring,
    @Bindable(defaultValue = "32") @Min(1) @Max(1000) int lane,
    @Bindable(defaultValue = "4") @Min(1) @Max(100) int model,
    @Bindable(defaultValue = "6") @Min(1) @Max(100) int connections,
    @Bindable(defaultValue = "1s") Duration poll,
    @Bindable(defaultValue = "8s") Duration heartbeat,
    @Bindable(defaultValue = "10s") Duration hold,
    @Bindable(defaultValue = "10s") Duration stop) {

  /** How many may be under way at once in a lane of this process. */
  int places(final Lane of) {
    return of == Lane.MODEL ? Math.min(lane, model) : lane;
  }

  /** The fewest that db-scheduler allows. */
  static final int MISSED_HEARTBEATS = 4;

  /**
   * How often and when an effect is tried again.
   *
   * @param base the pause after the first try
   * @param factor how much longer each further pause is
   * @param cap the longest pause
   * @param attempts tries before it is parked
   * @param checks times an unknown outcome is looked into before it is parked
   */
  @ConfigurationProperties("retry")
  record Retry(
      @Bindable(defaultValue = "2s") Duration base,
      @Bindable(defaultValue = "2") @Min(1) @Max(10) double factor,
      @Bindable(defaultValue = "10m") Duration cap,
      @Bindable(defaultValue = "12") @Min(1) @Max(100) int attempts,
      @Bindable(defaultValue = "3") @Min(1) @Max(100) int checks) {

    /** The share of a pause that is left to chance, so that what failed together returns apart. */
    private static final double JITTER = 0.2;

    /**
     * The pause after the n-th try, from 1: the exponential one, never longer than the cap and up
     * to a fifth shorter.
     */
    Duration pause(final int tries) {
      final double full = base.toMillis() * Math.pow(factor, Math.max(0, tries - 1));
      final double kept = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
      return Duration.ofMillis(Math.round(Math.min(full, cap.toMillis()) * kept));
    }
  }
}
