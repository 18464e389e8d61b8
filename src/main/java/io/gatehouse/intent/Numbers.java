package io.gatehouse.intent;

import java.util.Arrays;

/** A small set of numbers from 0 on, without boxes. */
final class Numbers {

  private int[] places = new int[64];
  private int size;

  /** Whether it was not there before. */
  boolean add(final int number) {
    final int at = place(places, number + 1);
    if (places[at] != 0) {
      return false;
    }
    places[at] = number + 1;
    if (2 * ++size > places.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    final int[] wider = new int[4 * places.length];
    Arrays.stream(places)
        .filter(kept -> kept != 0)
        .forEach(kept -> wider[place(wider, kept)] = kept);
    places = wider;
  }

  private static int place(final int[] places, final int kept) {
    int at = (kept * 0x9E3779B9 >>> 16) & (places.length - 1);
    while (places[at] != 0 && places[at] != kept) {
      at = (at + 1) & (places.length - 1);
    }
    return at;
  }
}
