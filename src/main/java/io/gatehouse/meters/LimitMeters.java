package io.gatehouse.meters;

import io.gatehouse.limits.Refusals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Counts what was refused because it came too often. */
@Singleton
class LimitMeters implements MeterBinder {

  private final Refusals refusals;

  LimitMeters(final Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void bindTo(final MeterRegistry registry) {
    for (final String kind : Refusals.KINDS) {
      FunctionCounter.builder("gatehouse.limits.refused", refusals, all -> all.of(kind))
          .description("Refused because it came too often")
          .tag("limit", kind)
          .register(registry);
    }
  }
}
