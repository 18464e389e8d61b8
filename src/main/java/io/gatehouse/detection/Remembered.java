package io.gatehouse.detection;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.detection.Memory.Said;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What only shows when messages are read in a row, with a finding in each that holds a piece. */
final class Remembered {

  /** What runs over the end of a message must be surer than what does not. */
  private static final double SURE = 0.7;

  /** How much may be said behind the last piece of a spoken address. */
  private static final int TAIL = 2;

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
        found.addAll(new SplitNumbers(context, rules).in(row, rows.getLast()));
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

  /** Names and addresses that run over the end of a message. */
  private List<Finding> joined(final List<Said> row) {
    final List<Finding> spaced = in(row.stream().map(this::trimmed).toList(), " ");
    final List<Said> lastTwo = row.subList(row.size() - 2, row.size());
    return spaced.isEmpty() && lastTwo.getFirst().sender() == lastTwo.getLast().sender()
        ? in(lastTwo.stream().map(this::trimmed).toList(), "")
        : spaced;
  }

  private List<Finding> in(final List<Said> row, final String between) {
    final int[] ends = ends(row, between.length());
    final Canonical all = Canonical.join(row.stream().map(Said::text).toList(), between);
    final List<Finding> found = new ArrayList<>();
    final int border = ends[row.size() - 2];
    if (between.isEmpty() && !wordAcross(all, border)) {
      return found;
    }
    final Reading reading = Reading.of(all, context);
    for (final Recognizer recognizer : rules.joining()) {
      recognizer.find(
          reading,
          candidate -> {
            if (crosses(reading, candidate, border, between.isEmpty())) {
              split(row, ends, candidate, found);
            }
          });
    }
    return found;
  }

  /** Whether gluing makes one word of two, or puts a sign back where it belongs. */
  private static boolean wordAcross(final Canonical all, final int border) {
    final char before = all.at(border - 1);
    final char after = all.at(border);
    final boolean signed = before == '@' || after == '.' || after == '@';
    return signed || (Tokenizer.wordy(before) && Tokenizer.wordy(after));
  }

  /** A message without the words that only tie it to the one before: "and ends with gram". */
  private Said trimmed(final Said said) {
    final Set<String> joints = context.lexicon().words("piece_joint");
    int from = 0;
    for (final Token token : Tokenizer.cut(said.text())) {
      if (!joints.contains(token.word())) {
        from = token.from();
        break;
      }
    }
    int start = from;
    while (start > 0 && "@.".indexOf(said.text().at(start - 1)) >= 0) {
      start--;
    }
    int end = said.text().length();
    while (end > start && " .…,-:/\n".indexOf(said.text().at(end - 1)) >= 0) {
      end--;
    }
    return said.with(said.text().part(start, end));
  }

  private static int[] ends(final List<Said> row, final int between) {
    final int[] ends = new int[row.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += row.get(i).text().length() + between;
      ends[i] = end;
    }
    return ends;
  }

  /** Whether something begins in an earlier message and ends in the current one. */
  private boolean crosses(
      final Reading reading, final Candidate candidate, final int border, final boolean glued) {
    final boolean over = candidate.from() < border && candidate.to() > border;
    final boolean phrase = candidate.value().isEmpty() && candidate.disguise() == null;
    final boolean talk = phrase && !glued;
    return over
        && !talk
        && candidate.confidence() >= SURE
        && !allowed.covers(candidate)
        && !(spoken(candidate) && talksOn(reading, candidate));
  }

  private static boolean spoken(final Candidate candidate) {
    return "email.spoken".equals(candidate.rule());
  }

  private static boolean talksOn(final Reading reading, final Candidate candidate) {
    return reading.words().size() - reading.tokenAt(candidate.to()) >= TAIL;
  }

  private void split(
      final List<Said> row,
      final int[] ends,
      final Candidate candidate,
      final List<Finding> found) {
    int start = 0;
    for (int i = 0; i < row.size(); i++) {
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
