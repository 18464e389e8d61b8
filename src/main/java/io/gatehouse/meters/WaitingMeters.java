package io.gatehouse.meters;

import io.gatehouse.effects.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Shows what waits to be done and to be read. Where the database does not answer there is no number
 * (NaN) rather than an old one.
 */
@Singleton
class WaitingMeters implements MeterBinder {

  private static final List<String> STATES = List.of("waiting", "running", "parked");

  /** Asked for late: the pool of connections it needs wants the registry that asks for this. */
  private final Provider<Look> look;

  private final Clock clock;

  WaitingMeters(final Provider<Look> look, final Clock clock) {
    this.look = look;
    this.clock = clock;
  }

  @Override
  public void bindTo(final MeterRegistry registry) {
    for (final Lane lane : Lane.values()) {
      STATES.forEach(state -> bind(registry, lane.wire(), state));
    }
    for (final Outlets kind : Outlets.values()) {
      gauge("gatehouse.feed.lag", "Age of what was not handed over", seen -> seen.feedLag(kind))
          .tag("outlet", kind.name().toLowerCase(Locale.ROOT))
          .baseUnit("seconds")
          .register(registry);
    }
    gauge("gatehouse.feed.stopped", "Outlets not tried any more", Waiting::feedStopped)
        .register(registry);
    gauge("gatehouse.inbox.unread", "Notices nobody has read", Waiting::unread).register(registry);
    Gauge.builder("gatehouse.database.up", look, at -> at.get().last().isPresent() ? 1 : 0)
        .description("1 when the database answered the last look")
        .register(registry);
  }

  private void bind(final MeterRegistry registry, final String lane, final String state) {
    final Tags tags = Tags.of("lane", lane, "state", state);
    gauge("gatehouse.effects", "Effects that are not over", seen -> seen.number(lane, state))
        .tags(tags)
        .register(registry);
    gauge(
            "gatehouse.effects.oldest",
            "How long ago the oldest of them was ordered",
            seen -> age(seen, lane, state))
        .tags(tags)
        .baseUnit("seconds")
        .register(registry);
  }

  private Gauge.Builder<Provider<Look>> gauge(
      final String name, final String description, final ToDoubleFunction<Waiting> figure) {
    return Gauge.builder(
            name, look, at -> at.get().last().map(figure::applyAsDouble).orElse(Double.NaN))
        .description(description);
  }

  private double age(final Waiting seen, final String lane, final String state) {
    return seen.oldest(lane, state)
        .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
