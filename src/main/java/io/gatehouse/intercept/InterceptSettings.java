package io.gatehouse.intercept;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;

/**
 * What one connection and one key may take of an instance.
 *
 * @param unanswered requests of a connection that wait for their answers; then it is not read on
 * @param unreadBytes answers its peer has not taken; then it is closed
 * @param connections in all
 * @param connectionsPerKey of one application
 * @param connectionsPerParticipant of one person's key
 */
@ConfigurationProperties("gatehouse.intercept")
record InterceptSettings(
    @Bindable(defaultValue = "64") @Min(1) int unanswered,
    @Bindable(defaultValue = "1048576") @Min(65_536) int unreadBytes,
    @Bindable(defaultValue = "10000") @Min(1) int connections,
    @Bindable(defaultValue = "2000") @Min(1) int connectionsPerKey,
    @Bindable(defaultValue = "10") @Min(1) int connectionsPerParticipant) {

  /**
   * Requests a second, and how many at once after a pause.
   *
   * @param connection of each connection
   * @param key of all connections and HTTP requests of one application's key: a program that runs
   *     wild, since honest ones are slower
   * @param participant of one person's key; as-you-type asks several times a second
   */
  @ConfigurationProperties("rates")
  record Rates(
      @Bindable(defaultValue = "1000") @Min(1) int connection,
      @Bindable(defaultValue = "2000") @Min(1) int connectionBurst,
      @Bindable(defaultValue = "10000") @Min(1) int key,
      @Bindable(defaultValue = "20000") @Min(1) int keyBurst,
      @Bindable(defaultValue = "20") @Min(1) int participant,
      @Bindable(defaultValue = "60") @Min(1) int participantBurst) {}
}
