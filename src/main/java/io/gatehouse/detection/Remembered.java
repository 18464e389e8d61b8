package io.gatehouse.detection;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.detection.Memory.Said;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.List;

/** What only shows when messages are read in a row, with a finding in each that holds a piece. */
final class Remembered {

  /** What runs over the end of a message must be surer than what does not. */
  private static final double SURE = 0.7;

  private final Reading.Context context;
  private final RuleSet rules;
  private final Allowed allowed;

  Remembered(final Reading.Context context, final RuleSet rules, final Allowed allowed) {
    this.context = context;
    this.rules = rules;
    this.allowed = allowed;
  }

  /** Findings beyond those of the current message alone, from the first row that has any. */
  List<Finding> beyond(final List<List<Said>> rows, final List<Finding> alone) {
    for (final List<Said> row : rows) {
      final List<Finding> found = new ArrayList<>();
      if (alone.stream().noneMatch(finding -> finding.type() == FindingClass.PHONE_NUMBER)) {
        found.addAll(new SplitNumbers(context, rules).in(row));
      }
      found.addAll(joined(row));
      found.removeIf(finding -> alone.stream().anyMatch(other -> same(finding, other)));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static boolean same(final Finding one, final Finding other) {
    return one.message() == other.message()
        && one.type() == other.type()
        && one.span().overlaps(other.span());
  }

  private List<Finding> joined(final List<Said> row) {
    final int[] ends = ends(row);
    final Canonical all = Canonical.join(row.stream().map(Said::text).toList(), ' ');
    final List<Finding> found = new ArrayList<>();
    final Reading reading = Reading.of(all, context);
    for (final Recognizer recognizer : rules.joining()) {
      recognizer.find(reading, candidate -> split(row, ends, candidate, found));
    }
    return found;
  }

  private static int[] ends(final List<Said> row) {
    final int[] ends = new int[row.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += row.get(i).text().length() + 1;
      ends[i] = end;
    }
    return ends;
  }

  /** Keeps what begins in an earlier message and ends in the current one. */
  private void split(
      final List<Said> row,
      final int[] ends,
      final Candidate candidate,
      final List<Finding> found) {
    final int last = row.size() - 1;
    final boolean crosses = candidate.from() < ends[last - 1] && candidate.to() > ends[last - 1];
    final boolean phrase = candidate.value().isEmpty() && candidate.disguise() == null;
    if (!crosses || phrase || candidate.confidence() < SURE || allowed.covers(candidate)) {
      return;
    }
    int start = 0;
    for (int i = 0; i <= last; i++) {
      final int from = Math.max(0, candidate.from() - start);
      final int to = Math.min(row.get(i).text().length(), candidate.to() - start);
      if (from < to) {
        final Collector collector = new Collector(row.get(i).text(), row.get(i).message(), rules);
        collector.add(piece(candidate, from, to));
        found.addAll(collector.findings());
      }
      start = ends[i];
    }
  }

  private static Candidate piece(final Candidate whole, final int from, final int to) {
    return new Candidate(
        from, to, whole.topic(), whole.rule(), whole.confidence(), "", "split_messages");
  }
}
