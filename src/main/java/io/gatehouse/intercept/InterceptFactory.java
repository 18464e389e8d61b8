package io.gatehouse.intercept;

import io.gatehouse.frames.RequestReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the connections share. */
@Factory
final class InterceptFactory {

  @Singleton
  Connection.Desk desk(
      final RequestReader reader,
      final Answering answering,
      final RateLimits limits,
      final InterceptSettings settings) {
    return new Connection.Desk(reader, answering, limits, settings);
  }
}
