package io.gatehouse.handover;

import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.feed.Outlet;
import io.gatehouse.feed.Place;
import io.gatehouse.feed.Reading;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where outlets are in the feed, and who hands over to them. Every step is a transaction. */
@Singleton
class Places {

  /** Longer than an outlet may take, so that none is handed anything by two at a time. */
  static final Duration LEASE = Outlet.LONGEST.plusSeconds(15);

  private final OutletRepository outlets;
  private final Reading reading;
  private final HandoverSettings settings;
  private final Clock clock;

  /** This process. */
  private final String me = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

  Places(
      final OutletRepository outlets,
      final Reading reading,
      final HandoverSettings settings,
      final Clock clock) {
    this.outlets = outlets;
    this.reading = reading;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public List<OutletRow> all() {
    return outlets.all();
  }

  boolean due(final OutletRow row) {
    return row.due(clock.instant(), me);
  }

  @Transactional
  public void enter(final Outlet outlet) {
    final Place from = outlet.wantsPast() ? Place.START : reading.end();
    outlets.enter(
        outlet.name(),
        outlet.organization().map(Object::toString).orElse(null),
        outlet.target(),
        from.era(),
        from.transaction(),
        from.number());
  }

  @Transactional
  public void retarget(final Outlet outlet) {
    outlets.retarget(outlet.name(), outlet.target());
  }

  @Transactional
  public void leave(final String name) {
    outlets.leave(name, clock.instant());
  }

  /** Takes the lease; empty where somebody else has it, or the outlet's time has not come. */
  @Transactional
  public Optional<Place> claim(final Outlet outlet) {
    final Instant now = clock.instant();
    return outlets.claim(outlet.name(), me, now, now.plus(LEASE)) == 0
        ? Optional.empty()
        : Optional.of(Objects.requireNonNull(outlets.held(outlet.name(), me)).place());
  }

  List<Item> next(final Outlet outlet, final Place from) {
    return reading.after(from, outlet.organization(), settings.batch());
  }

  /**
   * Writes down what an outlet made of items.
   *
   * @return whether to go on with the next ones
   */
  @Transactional
  public boolean record(final Outlet outlet, final List<Item> items, final Handed handed) {
    final Instant now = clock.instant();
    final boolean held =
        handed.arrived() == 0
            || arrived(outlet, items.get(handed.arrived() - 1).place(), handed.arrived(), now);
    if (held) {
      handed.trouble().ifPresent(trouble -> failed(outlet, trouble, handed, now));
    }
    return held && handed.trouble().isEmpty() && handed.arrived() == items.size();
  }

  private boolean arrived(final Outlet outlet, final Place to, final int count, final Instant now) {
    return outlets.arrived(
            outlet.name(), me, to.era(), to.transaction(), to.number(), count, now, now.plus(LEASE))
        > 0;
  }

  private void failed(
      final Outlet outlet, final Handed.Trouble trouble, final Handed handed, final Instant now) {
    final @Nullable OutletRow before = outlets.held(outlet.name(), me);
    if (before == null) {
      return;
    }
    final Duration pause = handed.after().orElse(settings.pause(before.failures() + 1));
    outlets.failed(outlet.name(), me, trouble.code(), trouble.lasting(), now, now.plus(pause));
    final Instant since = Objects.requireNonNullElse(before.failingSince(), now);
    final boolean tell = trouble.lasting() || !since.plus(settings.patience()).isAfter(now);
    if (tell && outlets.tell(outlet.name()) > 0) {
      outlet.troubled(trouble, since);
    }
  }

  @Transactional
  public void release(final Outlet outlet) {
    outlets.release(outlet.name(), me);
  }
}
