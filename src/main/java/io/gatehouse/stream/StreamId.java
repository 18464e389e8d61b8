package io.gatehouse.stream;

import java.util.Comparator;

/**
 * An entry's id in the stream. Redis takes none that is not greater than all before, so an entry
 * whose id follows from its place in the feed cannot be there twice, nor out of order.
 *
 * @param high by default Redis' own are milliseconds
 */
record StreamId(long high, long low) implements Comparable<StreamId> {

  static final StreamId NONE = new StreamId(0, 0);

  private static final Comparator<StreamId> ORDER =
      Comparator.comparing(StreamId::high, Long::compareUnsigned)
          .thenComparing(StreamId::low, Long::compareUnsigned);

  static StreamId of(final String written) {
    final int dash = written.indexOf('-');
    return new StreamId(
        Long.parseUnsignedLong(written.substring(0, dash)),
        Long.parseUnsignedLong(written.substring(dash + 1)));
  }

  @Override
  public int compareTo(final StreamId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(high) + "-" + Long.toUnsignedString(low);
  }
}
