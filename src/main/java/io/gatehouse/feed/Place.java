package io.gatehouse.feed;

import io.gatehouse.base.Problem;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where an entry stands in the feed. Numbers alone are given out before the commit, so a later one
 * may be seen before an earlier one; hence what has passed is told by transactions.
 *
 * @param era of the database server's transactions: a restored database counts them anew
 * @param transaction the one that wrote it, or a later one that wrote of the same conversation
 * @param number of the entry itself
 */
public record Place(long era, long transaction, long number) implements Comparable<Place> {

  /** Before everything. */
  public static final Place START = new Place(0, 0, 0);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})-([0-9]{1,18})");

  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::era)
          .thenComparingLong(Place::transaction)
          .thenComparingLong(Place::number);

  /**
   * @throws Problem 400 when the text is no cursor of ours
   */
  public static Place of(final String cursor) {
    final var parts = FORM.matcher(cursor);
    if (!parts.matches()) {
      throw Problem.badRequest("cursor", "A cursor is what an earlier answer gave as next.");
    }
    return new Place(
        Long.parseLong(parts.group(1)),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)));
  }

  @Override
  public int compareTo(final Place other) {
    return ORDER.compare(this, other);
  }

  /** As a cursor. */
  @Override
  public String toString() {
    return era + "-" + transaction + "-" + number;
  }
}
