package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages one after the other as one text.
 *
 * @param parts what is left of each message
 * @param said the messages themselves
 * @param ends where in the text each part ends, with what parts it from the next
 */
record Row(Canonical text, List<Canonical> parts, List<Said> said, int[] ends) {

  static Row of(final List<Canonical> parts, final List<Said> said, final String between) {
    final int[] ends = new int[parts.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += parts.get(i).length() + between.length();
      ends[i] = end;
    }
    return new Row(Canonical.join(parts, between), parts, said, ends);
  }

  /** Where the last message begins. */
  int border() {
    return ends[ends.length - 2];
  }

  /** A find in the text as what each message holds of it. */
  List<Trace> traces(final Candidate candidate) {
    final List<Trace> traces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      final int from = Math.max(0, candidate.from() - start);
      final int to = Math.min(parts.get(i).length(), candidate.to() - start);
      if (from < to) {
        traces.add(new Trace(said.get(i).message(), parts.get(i), piece(candidate, from, to)));
      }
      start = ends[i];
    }
    return traces;
  }

  private static Candidate piece(final Candidate whole, final int from, final int to) {
    return new Candidate(
        from, to, whole.topic(), whole.rule(), whole.confidence(), whole.value(), "split_messages");
  }
}
