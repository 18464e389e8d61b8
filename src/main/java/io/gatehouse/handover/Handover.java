package io.gatehouse.handover;

import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.feed.Outlet;
import io.gatehouse.feed.Outlets;
import io.gatehouse.feed.Place;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives outlets their turns. */
@Singleton
public class Handover {

  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  private final List<Outlets> sources;
  private final Places places;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  Handover(final List<Outlets> sources, final Places places) {
    this.sources = sources;
    this.places = places;
  }

  /** Gives every outlet its turn that is due, one after the other, on the calling thread. */
  public void runDue() {
    due().forEach(this::run);
  }

  /** Sees which outlets there are, and answers those that have something to be handed. */
  List<Outlet> due() {
    final Map<String, Outlet> open = new HashMap<>();
    sources.stream()
        .flatMap(source -> source.open().stream())
        .forEach(outlet -> open.put(outlet.name(), outlet));
    final Map<String, OutletRow> known = new HashMap<>();
    places.all().forEach(row -> known.put(row.name(), row));
    known.keySet().stream().filter(name -> !open.containsKey(name)).forEach(places::leave);
    final List<Outlet> due = new ArrayList<>();
    open.values().stream()
        .filter(outlet -> !underWay.contains(outlet.name()))
        .filter(outlet -> settled(outlet, known.get(outlet.name())))
        .forEach(due::add);
    return due;
  }

  /** Whether it is its turn; one that is new, or leads elsewhere now, is written down first. */
  private boolean settled(final Outlet outlet, final @Nullable OutletRow row) {
    if (row == null) {
      places.enter(outlet);
      return outlet.wantsPast();
    }
    if (!row.target().equals(outlet.target())) {
      places.retarget(outlet);
      return row.waiting();
    }
    return places.due(row);
  }

  /** One outlet's turn: all there is, until something goes wrong. */
  void run(final Outlet outlet) {
    if (stopping || !underWay.add(outlet.name())) {
      return;
    }
    try {
      final Optional<Place> from = places.claim(outlet);
      if (from.isPresent()) {
        handAll(outlet, from.get());
        places.release(outlet);
      }
    } catch (final RuntimeException failed) {
      LOG.warn(
          "handing over to {} was interrupted by {}", outlet.name(), failed.getClass().getName());
    } finally {
      underWay.remove(outlet.name());
    }
  }

  private void handAll(final Outlet outlet, final Place from) {
    Place place = from;
    List<Item> items = places.next(outlet, place);
    while (!items.isEmpty() && places.record(outlet, items, hand(outlet, items)) && !stopping) {
      place = items.getLast().place();
      items = places.next(outlet, place);
    }
  }

  private static Handed hand(final Outlet outlet, final List<Item> items) {
    try {
      return outlet.hand(items);
    } catch (final RuntimeException failed) {
      LOG.warn("outlet {} failed with {}", outlet.name(), failed.getClass().getName());
      return Handed.only(0, "failed");
    }
  }

  /** Begins no further turn, and ends those under way after what they are at. */
  void stop() {
    stopping = true;
  }

  boolean idle() {
    return underWay.isEmpty();
  }
}
