package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages one after the other as one text.
 *
 * @param ends where in the text each cut ends
 * @param tied whether any follows another without a blank
 */
record Row(Canonical text, List<Cut> cuts, int[] ends, boolean tied) {

  /** How one message follows the other. */
  enum Glue {
    BLANK,
    NOTHING,
    /** Nothing where a sign stands, else a blank. */
    SIGNS
  }

  static Row of(final List<Cut> cuts, final Glue glue) {
    final List<Canonical> runs = new ArrayList<>();
    final int[] ends = new int[cuts.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      final Cut cut = cuts.get(i);
      if (i > 0 && glued(cuts.get(i - 1), cut, glue)) {
        runs.add(Canonical.join(List.of(runs.removeLast(), cut.text()), ""));
      } else {
        end += i > 0 ? 1 : 0;
        runs.add(cut.text());
      }
      end += cut.text().length();
      ends[i] = end;
    }
    return new Row(Canonical.join(runs, " "), cuts, ends, runs.size() < cuts.size());
  }

  private static boolean glued(final Cut one, final Cut next, final Glue glue) {
    return switch (glue) {
      case BLANK -> false;
      case NOTHING -> true;
      case SIGNS -> one.meets(next);
    };
  }

  Said last() {
    return cuts.getLast().said();
  }

  /** Where the last message but one ends. */
  int border() {
    return ends[ends.length - 2];
  }

  /** Whether something begins in an earlier message and ends in the last. */
  boolean crosses(final Candidate candidate) {
    final int last = text.length() - 1 - cuts.getLast().text().length();
    return candidate.from() < border() && candidate.to() > last;
  }

  /** The same find with a piece in every message: what adds up need not be what is read last. */
  Candidate widened(final Candidate find) {
    final int first = ends[0] - 1;
    final int last = text.length() - 1 - cuts.getLast().text().length();
    final int from = find.from() > first ? 0 : find.from();
    final int to = find.to() <= last ? text.length() - 1 : find.to();
    return new Candidate(
        from, to, find.topic(), find.rule(), find.confidence(), find.value(), find.disguise());
  }

  /** A find in the text as what each message holds of it. */
  Joined joined(final Candidate candidate) {
    final List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      final Cut cut = cuts.get(i);
      final int start = ends[i] - cut.text().length();
      final int from = Math.max(0, candidate.from() - start);
      final int to = Math.min(cut.text().length(), candidate.to() - start);
      if (from < to) {
        final boolean whole = cut.text() != cut.left();
        traces.add(
            new Trace(
                cut.said().message(),
                cut.left(),
                piece(candidate, whole ? 0 : from, whole ? cut.left().length() : to)));
      }
    }
    return new Joined(traces);
  }

  private static Candidate piece(final Candidate whole, final int from, final int to) {
    return new Candidate(
        from, to, whole.topic(), whole.rule(), whole.confidence(), whole.value(), "split_messages");
  }
}
