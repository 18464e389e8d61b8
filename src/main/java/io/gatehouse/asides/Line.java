package io.gatehouse.asides;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of canonical text.
 *
 * @param from first canonical index
 * @param words without blanks and quotation marks at its ends
 * @param bits all that folding noticed about its first character that is no blank
 * @param angled set off by a {@code >} of its own
 */
record Line(int from, String words, int bits, boolean angled) {

  static List<Line> of(final Canonical text) {
    final List<Line> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.at(i) == '\n') {
        lines.add(of(text, from, i));
        from = i + 1;
      }
    }
    return lines;
  }

  private static Line of(final Canonical text, final int from, final int to) {
    int first = from;
    while (first < to && (text.at(first) <= ' ' || text.at(first) == '>')) {
      first++;
    }
    final int bits = first < to ? text.marks(first) : 0;
    final boolean angled = text.text(from, first).indexOf('>') >= 0;
    return new Line(from, text.text(first, to).strip(), bits, angled);
  }

  boolean blank() {
    return words.isEmpty();
  }

  /** Whether it stands in the source but is not shown: a link's target, a title. */
  boolean hidden() {
    return has(Mark.HTML_HIDDEN);
  }

  /** Whether it says of itself that it is history. */
  boolean quoted() {
    return angled || has(Mark.QUOTED);
  }

  boolean signed() {
    return has(Mark.SIGNED);
  }

  private boolean has(final Mark mark) {
    return (bits & mark.bit()) != 0;
  }
}
