package io.gatehouse.wiring;

import io.gatehouse.base.Ids;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What every feature may ask for. */
@Factory
final class SharedBeans {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  Ids ids(final Clock clock) {
    return new Ids(clock);
  }
}
