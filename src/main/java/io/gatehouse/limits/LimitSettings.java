package io.gatehouse.limits;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How often what may be done.
 *
 * @param keep how long it is known who tried what
 */
@ConfigurationProperties("gatehouse.limits")
record LimitSettings(@Bindable(defaultValue = "90d") Duration keep) {

  /** Invitations by one person, and from one address (S2.21: 5 in a quarter of an hour). */
  @ConfigurationProperties("invitations")
  record Invitations(
      @Bindable(defaultValue = "5") @Min(1) @Max(1_000_000) int most,
      @Bindable(defaultValue = "15m") Duration within) {}

  /** Sign-ups of one person, and from one address (S2.21: 3 an hour). */
  @ConfigurationProperties("sign-ups")
  record SignUps(
      @Bindable(defaultValue = "3") @Min(1) @Max(1_000_000) int most,
      @Bindable(defaultValue = "1h") Duration within) {}

  /**
   * Requests by one key to one instance: honest programs are slower, one that runs wild is not.
   *
   * @param burst at once after a pause
   */
  @ConfigurationProperties("key")
  record Key(
      @Bindable(defaultValue = "600") @Min(1) @Max(10_000_000) int burst,
      @Bindable(defaultValue = "3000") @Min(1) @Max(10_000_000) int perMinute) {}

  /**
   * Requests from one address that an instance refused because their key was none. A key cannot be
   * guessed; what is spared is the database, which is asked about each.
   *
   * @param burst at once after a pause
   */
  @ConfigurationProperties("failures")
  record Failures(
      @Bindable(defaultValue = "60") @Min(1) @Max(10_000_000) int burst,
      @Bindable(defaultValue = "60") @Min(1) @Max(10_000_000) int perMinute) {}
}
