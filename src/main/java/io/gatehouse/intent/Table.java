package io.gatehouse.intent;

import io.gatehouse.intent.Feature.Kind;
import java.util.Arrays;
import java.util.List;

/** The rows of a model by feature: open addressing over plain arrays, nothing made to look up. */
final class Table {

  static final int NONE = -1;

  private static final int BITS = 28;
  private static final long EMPTY = -1;

  private final long[] keys;
  private final int[] rows;

  /** The place in the list is the row; of two that are equal the later one counts. */
  Table(final List<Feature> features, final Symbols symbols) {
    final int size = Integer.highestOneBit(Math.max(8, features.size())) * 4;
    keys = new long[size];
    rows = new int[size];
    Arrays.fill(keys, EMPTY);
    for (int row = 0; row < features.size(); row++) {
      final Feature feature = features.get(row);
      final long key = key(feature.kind(), symbols.of(feature.one()), symbols.of(feature.two()));
      final int at = place(key);
      keys[at] = key;
      rows[at] = row;
    }
  }

  /** The row of a feature, or {@link #NONE}; the parts are symbols. */
  int row(final Kind kind, final int one, final int two) {
    if ((one | two) < 0) {
      return NONE;
    }
    final long key = key(kind, one, two);
    final int at = place(key);
    return keys[at] == key ? rows[at] : NONE;
  }

  private static long key(final Kind kind, final int one, final int two) {
    return ((long) kind.ordinal() << (2 * BITS)) | ((long) one << BITS) | two;
  }

  /** Where a key stands, or would. */
  private int place(final long key) {
    final long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[at] != key && keys[at] != EMPTY) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }
}
