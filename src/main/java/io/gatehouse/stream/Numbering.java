package io.gatehouse.stream;

import io.gatehouse.feed.Item;
import io.gatehouse.feed.Place;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives entries their ids in the stream. They follow the entries' places, which grow in the order
 * of handing over, and begin at the time of the first, so that they look like those Redis gives.
 */
@Singleton
class Numbering {

  /** Ids Redis gives others until then follow ours, so that each batch need not overtake them. */
  private static final long LEAD_MILLIS = Duration.ofHours(1).toMillis();

  private final BaseRepository bases;
  private final String stream;
  private final Clock clock;

  Numbering(final BaseRepository bases, final StreamSettings settings, final Clock clock) {
    this.bases = bases;
    this.stream = settings.key();
    this.clock = clock;
  }

  /** How the entries of an era are numbered now, if any was. */
  Optional<Base> of(final Place place) {
    return bases.find(stream, place.era()).map(row -> new Base(row.base()));
  }

  /**
   * Numbers an item and those that follow it anew, above everything in the stream: for the first,
   * and where somebody else has written into it.
   */
  Base above(final StreamId last, final Place place) {
    final long now = clock.millis();
    final long high = last.equals(StreamId.NONE) ? now : Math.max(now, last.high()) + LEAD_MILLIS;
    final var base = new Base(high - place.transaction());
    bases.put(stream, place.era(), base.value());
    return base;
  }

  /** What the transactions of an era are counted from. */
  record Base(long value) {

    StreamId id(final Item item) {
      return new StreamId(value + item.place().transaction(), item.place().number());
    }
  }
}
