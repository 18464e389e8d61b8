package io.gatehouse.catchup;

import java.util.List;

/**
 * A place in a list that is ordered by stamp and name. Numbered pages would shift under documents
 * that appear or change meanwhile; this holds on to the last stamp, and counts only the documents
 * that share it.
 *
 * @param from the stamp to go on at
 * @param passed how many documents of exactly this stamp were seen
 */
record Cursor(String from, int passed) {

  static Cursor at(final String from) {
    return new Cursor(from, 0);
  }

  /** Behind a page, which must not be empty. */
  Cursor after(final List<Entry> page) {
    final String last = page.getLast().stamp();
    final int same = (int) page.stream().filter(entry -> entry.stamp().equals(last)).count();
    return new Cursor(last, last.equals(from) ? passed + same : same);
  }
}
