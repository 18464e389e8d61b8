package io.gatehouse.vitals;

import io.micronaut.serde.annotation.Serdeable;

/** The answer of S3.18. */
@Serdeable
record Metrics(CircuitBreaker circuitBreaker, Redis redis, Websocket websocket) {

  /**
   * @param state {@code closed}, {@code open} or {@code half_open} (S3.15)
   * @param failureCount failures since something succeeded
   */
  @Serdeable
  record CircuitBreaker(String state, int failureCount) {}

  /**
   * @param connected also false where no Redis is named
   * @param streamLength about how many entries the stream holds; while Redis is away, did
   * @param streamLastId the greatest id it gave, {@code 0-0} where there is none
   */
  @Serdeable
  record Redis(boolean connected, long streamLength, String streamLastId) {}

  @Serdeable
  record Websocket(int activeConnections) {}
}
