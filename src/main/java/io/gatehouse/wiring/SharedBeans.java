package io.gatehouse.wiring;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Ids;
import io.gatehouse.base.Sealer;
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

  @Singleton
  Sealer sealer(final Environment environment) {
    return new Sealer(environment.secrets().sealing());
  }
}
