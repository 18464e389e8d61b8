package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names and addresses that run over the end of a message. */
final class SplitNames {

  /** What runs over the end of a message must be surer than what does not. */
  private static final double SURE = 0.7;

  /** How much may be said behind the last piece of a spoken address. */
  private static final int TAIL = 2;

  private final List<Recognizer> joining;

  SplitNames(final List<Recognizer> joining) {
    this.joining = joining;
  }

  List<Trace> in(final List<Said> row) {
    final List<Trace> spaced = in(row, " ");
    final List<Said> lastTwo = row.subList(row.size() - 2, row.size());
    return spaced.isEmpty() && lastTwo.getFirst().sender() == lastTwo.getLast().sender()
        ? in(lastTwo, "")
        : spaced;
  }

  private List<Trace> in(final List<Said> said, final String between) {
    final Row row = Row.of(said.stream().map(SplitNames::trimmed).toList(), said, between);
    final List<Trace> found = new ArrayList<>();
    if (between.isEmpty() && !wordAcross(row.text(), row.border())) {
      return found;
    }
    final Reading reading = Reading.of(row.text(), said.getLast().reading().context());
    for (final Recognizer recognizer : joining) {
      recognizer.find(
          reading,
          candidate -> {
            if (crosses(reading, candidate, row.border(), between.isEmpty())) {
              found.addAll(row.traces(candidate));
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
  private static Canonical trimmed(final Said said) {
    final Canonical text = said.text();
    final Set<String> joints = said.reading().context().lexicon().words("piece_joint");
    int from = 0;
    for (final Token token : said.reading().tokens()) {
      if (!joints.contains(token.word())) {
        from = token.from();
        break;
      }
    }
    int start = from;
    while (start > 0 && "@.".indexOf(text.at(start - 1)) >= 0) {
      start--;
    }
    int end = text.length();
    while (end > start && " .…,-:/\n".indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    return text.part(start, end);
  }

  /** Whether something begins in an earlier message and ends in the current one. */
  private static boolean crosses(
      final Reading reading, final Candidate candidate, final int border, final boolean glued) {
    final boolean over = candidate.from() < border && candidate.to() > border;
    final boolean phrase = candidate.value().isEmpty() && candidate.disguise() == null;
    final boolean talk = phrase && !glued;
    return over
        && !talk
        && candidate.confidence() >= SURE
        && !(spoken(candidate) && talksOn(reading, candidate));
  }

  private static boolean spoken(final Candidate candidate) {
    return "email.spoken".equals(candidate.rule());
  }

  private static boolean talksOn(final Reading reading, final Candidate candidate) {
    return reading.words().size() - reading.tokenAt(candidate.to()) >= TAIL;
  }
}
