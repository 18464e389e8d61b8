package io.gatehouse.memory;

import io.gatehouse.canonical.Token;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Offers begun in one message and finished in the sender's next. */
final class SplitOffers {

  /** Messages that one sentence may be spread over. */
  private static final int MOST = 3;

  /** How far apart in the conversation two parts may stand: the other side may ask "how?". */
  private static final int APART = 2;

  /** What goes on behind a finished sentence has no more words than this. */
  private static final int ADDED = 6;

  private final Recognizer offers;

  SplitOffers(final Recognizer offers) {
    this.offers = offers;
  }

  /** What the last messages of the sender say together and none of them says alone. */
  List<Joined> in(final Talk talk) {
    final List<Said> own = talk.own();
    final List<Said> parts = new ArrayList<>(own.subList(own.size() - 1, own.size()));
    for (int i = own.size() - 2; i >= 0 && parts.size() < MOST; i--) {
      if (!goesOn(own.get(i), parts.getFirst())) {
        return List.of();
      }
      parts.addFirst(own.get(i));
      final List<Joined> found = together(parts);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Joined> together(final List<Said> parts) {
    final Row row = Row.of(parts.stream().map(Cut::open).toList(), Row.Glue.BLANK);
    final List<Candidate> together = new ArrayList<>();
    offers.find(Reading.of(row.text(), row.last().reading().context()), together::add);
    if (together.isEmpty()) {
      return List.of();
    }
    final Set<String> alone = new TreeSet<>();
    for (final Said part : parts) {
      offers.find(part.reading(), candidate -> alone.add(candidate.topic()));
    }
    return together.stream()
        .filter(candidate -> !alone.contains(candidate.topic()))
        .map(candidate -> row.joined(row.widened(candidate)))
        .toList();
  }

  private static boolean goesOn(final Said before, final Said next) {
    final List<Token> words = before.reading().words();
    final boolean finished = !words.isEmpty() && words.getLast().isBreak();
    return before.brief()
        && next.brief()
        && next.message() - before.message() <= APART
        && !(finished && next.reading().words().size() > ADDED);
  }
}
