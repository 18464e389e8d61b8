package io.gatehouse.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text so that all of it is seen (B53): each piece as long as S4.12 lets one be, and
 * overlapping, so that what stands across a cut is whole in one of them.
 */
final class Windows {

  /** Code points (S4.12). */
  static final int LENGTH = 2_000;

  /** Code points that stand in two windows. */
  static final int OVERLAP = 200;

  /** Enough for 21,800 code points, more than is ever screened of a message. */
  static final int MOST = 12;

  private static final int REPLACEMENT = 0xFFFD;

  private Windows() {}

  /** At most one more than {@link #MOST}. */
  static List<String> of(final String text) {
    final int[] points = text.codePoints().map(Windows::writable).toArray();
    final List<String> windows = new ArrayList<>();
    for (int from = 0; windows.size() <= MOST; from += LENGTH - OVERLAP) {
      final int length = Math.min(LENGTH, points.length - from);
      windows.add(new String(points, from, length));
      if (from + length == points.length) {
        break;
      }
    }
    return windows;
  }

  /** Half a pair of surrogates cannot be written in UTF-8. */
  private static int writable(final int point) {
    return Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point;
  }
}
