package io.gatehouse.backlog;

import io.gatehouse.backlog.NoteFile.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where in the file each message lies that is still to be recorded, in their order. */
final class Waiting {

  /** How far ahead is looked for messages of further threads. */
  private static final int AHEAD = 16;

  private final Map<UUID, Spot> spots = new LinkedHashMap<>();
  private final Lanes lanes;
  private long bytes;

  /**
   * @param lanes told of every message that comes and goes
   */
  Waiting(final Lanes lanes) {
    this.lanes = lanes;
  }

  private record Spot(int lane, Instant at, Place place) {}

  void add(final Note.Kept kept, final Place place) {
    spots.put(kept.id(), new Spot(kept.lane(), kept.at(), place));
    bytes += place.length();
    lanes.enter(kept.lane());
  }

  void remove(final UUID id) {
    final @Nullable Spot spot = spots.remove(id);
    if (spot != null) {
      bytes -= spot.place().length();
      lanes.leave(spot.lane());
    }
  }

  /**
   * The oldest of different threads.
   *
   * @param skipped lanes that are left out
   */
  List<Place> first(final int most, final Set<Integer> skipped) {
    final Set<Integer> seen = new HashSet<>(skipped);
    final List<Place> found = new ArrayList<>();
    int looked = 0;
    for (final Spot spot : spots.values()) {
      if (found.size() == most || ++looked > most * AHEAD && !found.isEmpty()) {
        break;
      }
      if (seen.add(spot.lane())) {
        found.add(spot.place());
      }
    }
    return found;
  }

  /** All of them in their order. */
  List<Place> places() {
    return spots.values().stream().map(Spot::place).toList();
  }

  /** Each at its new place. */
  void move(final UnaryOperator<Place> to) {
    spots.replaceAll((id, spot) -> new Spot(spot.lane(), spot.at(), to.apply(spot.place())));
  }

  Optional<Instant> oldest() {
    return spots.values().stream().findFirst().map(Spot::at);
  }

  int count() {
    return spots.size();
  }

  long bytes() {
    return bytes;
  }
}
