package io.gatehouse.intent;

import java.util.Arrays;

/** Ideas in the order in which their words begin: from (inclusive), to (exclusive), symbol. */
final class Tags {

  private static final int WIDTH = 3;

  private int[] parts = new int[32 * WIDTH];
  private int size;

  void add(final int from, final int to, final int concept) {
    if (size * WIDTH == parts.length) {
      parts = Arrays.copyOf(parts, 2 * parts.length);
    }
    final int at = WIDTH * size++;
    parts[at] = from;
    parts[at + 1] = to;
    parts[at + 2] = concept;
  }

  int size() {
    return size;
  }

  int from(final int i) {
    return parts[WIDTH * i];
  }

  int to(final int i) {
    return parts[WIDTH * i + 1];
  }

  int concept(final int i) {
    return parts[WIDTH * i + 2];
  }
}
