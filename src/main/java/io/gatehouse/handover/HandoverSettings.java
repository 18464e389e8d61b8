package io.gatehouse.handover;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How the feed is handed over.
 *
 * @param enabled whether this process does so; off where tests drive it by hand
 * @param batch the most items an outlet is handed at once
 * @param look how often the database is asked for what nobody announced
 * @param pause after the first failure; each further one is twice as long
 * @param longest the longest pause: how late an outlet's return may be noticed
 * @param patience how long an outlet fails before it is told so
 */
@ConfigurationProperties("gatehouse.feed.handover")
record HandoverSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "200") @Min(1) @Max(10_000) int batch,
    @Bindable(defaultValue = "1s") Duration look,
    @Bindable(defaultValue = "1s") Duration pause,
    @Bindable(defaultValue = "30s") Duration longest,
    @Bindable(defaultValue = "15m") Duration patience) {

  /** The share of a pause that is left to chance, so that what failed together returns apart. */
  private static final double JITTER = 0.2;

  private static final int DOUBLINGS = 30;

  /** The pause after the n-th failure in a row, from 1. */
  Duration pause(final int failures) {
    final double full = pause.toMillis() * Math.pow(2, Math.min(DOUBLINGS, failures - 1));
    final double kept = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis(Math.round(Math.min(full, longest.toMillis()) * kept));
  }
}
