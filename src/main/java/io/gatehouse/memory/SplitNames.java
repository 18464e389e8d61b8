package io.gatehouse.memory;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.memory.Row.Glue;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.List;

/** Names and addresses that run over the end of a message. */
final class SplitNames {

  /** What runs over the end of a message must be surer than what does not. */
  private static final double SURE = 0.7;

  /** Where a sign ties one message to the next, less is enough. */
  private static final double TIED = 0.55;

  /** How much may be said behind the last piece of a spoken address. */
  private static final int TAIL = 2;

  /** Characters that a name said in words may have before the last message. */
  private static final int REACH = 160;

  private final List<Recognizer> joining;
  private final Recognizer offers;

  /**
   * @param offers one of the others: it finds phrases alone
   */
  SplitNames(final List<Recognizer> joining, final Recognizer offers) {
    this.joining = joining;
    this.offers = offers;
  }

  List<Joined> in(final List<Said> row) {
    final List<Cut> cuts = row.stream().map(Cut::of).toList();
    final List<Joined> found = new ArrayList<>(in(Row.of(near(cuts), Glue.BLANK), SURE));
    if (found.isEmpty()) {
      found.addAll(tied(row.stream().map(Cut::signed).toList()));
    }
    final List<Cut> lastTwo = cuts.subList(cuts.size() - 2, cuts.size());
    if (found.isEmpty()
        && lastTwo.getFirst().said().sender() == lastTwo.getLast().said().sender()) {
      final Row glued = Row.of(lastTwo, Glue.NOTHING);
      found.addAll(wordAcross(glued) ? in(glued, SURE) : List.of());
    }
    return found;
  }

  /**
   * The last message and those before it that a name could reach back to: it has no gaps here, and
   * no message is read again for one that would have to be longer than any.
   */
  private static List<Cut> near(final List<Cut> cuts) {
    int from = cuts.size() - 2;
    int reach = cuts.get(from).text().length();
    while (from > 0 && reach + cuts.get(from - 1).text().length() <= REACH) {
      from--;
      reach += cuts.get(from).text().length();
    }
    return cuts.subList(from, cuts.size());
  }

  /** Names with signs where the messages meet, without the chatter between them. */
  private List<Joined> tied(final List<Cut> cuts) {
    final List<Cut> names = names(cuts);
    if (names.size() < 2) {
      return List.of();
    }
    final Row row = Row.of(names, Glue.SIGNS);
    return row.tied() ? in(row, TIED) : List.of();
  }

  /** Messages that hold a piece of a name, and the last. */
  private static List<Cut> names(final List<Cut> cuts) {
    final List<Cut> names = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      final Cut cut = cuts.get(i);
      final boolean last = i == cuts.size() - 1;
      final boolean opener =
          names.isEmpty() && !last && (i == cuts.size() - 2 || cuts.get(i + 1).pure());
      if (last || cut.pure() || cut.endsInName() || opener) {
        names.add(cut);
      }
    }
    return names;
  }

  private List<Joined> in(final Row row, final double enough) {
    final List<Joined> found = new ArrayList<>();
    final Reading reading = Reading.of(row.text(), row.last().reading().context());
    for (final Recognizer recognizer : joining) {
      if (recognizer == offers && !row.tied()) {
        // No phrase counts here, and to look for one is half of what a message costs.
        continue;
      }
      recognizer.find(
          reading,
          candidate -> {
            if (row.crosses(candidate)
                && !begun(candidate, row)
                && !said(recognizer, candidate, row)
                && counts(reading, candidate, enough, row)) {
              found.add(row.joined(candidate));
            }
          });
    }
    return found;
  }

  /** Whether gluing makes one word of two, or puts a sign back where it belongs. */
  private static boolean wordAcross(final Row row) {
    final Canonical all = row.text();
    final char before = all.at(row.border() - 1);
    final char after = all.at(row.border());
    final boolean signed = before == '@' || after == '.' || after == '@';
    return signed
        || (Tokenizer.wordy(before) && Tokenizer.wordy(after) && !lined(all, row.border()));
  }

  /** A word with an underline is one of its own; what begins with one goes on. */
  private static boolean lined(final Canonical all, final int from) {
    int to = from;
    while (Tokenizer.wordy(all.at(to))) {
      to++;
    }
    return all.at(to) == '_';
  }

  private static boolean counts(
      final Reading reading, final Candidate candidate, final double enough, final Row row) {
    final boolean phrase = candidate.value().isEmpty() && candidate.disguise() == null;
    return !(phrase && !row.tied())
        && !Character.isDigit(host(candidate.value()))
        && candidate.confidence() >= enough
        && !(spoken(candidate) && talksOn(reading, candidate));
  }

  /** A word glued before a domain makes another domain of it, but no more of a find. */
  private static boolean begun(final Candidate candidate, final Row row) {
    final String before = row.text().text(candidate.from(), row.border());
    return "url".equals(candidate.topic())
        && row.tied()
        && before.chars().allMatch(c -> Tokenizer.wordy((char) c))
        && Tokenizer.wordy(row.text().at(row.border()));
  }

  /**
   * An address that was whole before the last message: "mail a@b.ca" and then "Thanks!" are no
   * address at b.cathanks. Who said it has been told so already.
   */
  private static boolean said(
      final Recognizer recognizer, final Candidate candidate, final Row row) {
    final int border = row.border();
    if (!candidate.value().contains("@") || !Tokenizer.wordy(row.text().at(border))) {
      return false;
    }
    final Reading before = Reading.of(row.text().part(0, border), row.last().reading().context());
    final List<Candidate> whole = new ArrayList<>();
    recognizer.find(before, whole::add);
    return whole.stream()
        .anyMatch(
            one -> one.to() == border && one.value().contains("@") && one.confidence() >= SURE);
  }

  /** The first character of what stands behind the "@". */
  private static char host(final String address) {
    final int at = address.indexOf('@') + 1;
    return at == 0 || at == address.length() ? 0 : address.charAt(at);
  }

  private static boolean spoken(final Candidate candidate) {
    return "email.spoken".equals(candidate.rule());
  }

  private static boolean talksOn(final Reading reading, final Candidate candidate) {
    return reading.words().size() - reading.tokenAt(candidate.to()) >= TAIL;
  }
}
