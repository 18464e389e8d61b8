package io.gatehouse.memory;

import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything that is looked for in several messages. */
public final class Recollection {

  private final SplitNames names;
  private final SplitOffers offers;

  /**
   * @param joining the recognizers that also read several messages in a row
   * @param offers the one that reads offers in words
   */
  public Recollection(final List<Recognizer> joining, final Recognizer offers) {
    names = new SplitNames(joining, offers);
    this.offers = new SplitOffers(offers);
  }

  /**
   * What the first row that holds anything gives.
   *
   * @param wanted what counts; the rest is as if it were not there
   */
  public List<Joined> of(final Talk talk, final Predicate<Joined> wanted) {
    if (talk.all().size() < 2 || !talk.last().brief()) {
      return List.of();
    }
    for (final List<Said> row : talk.rows()) {
      final List<Joined> found = new ArrayList<>(SplitNumbers.in(row, talk));
      found.addAll(names.in(row));
      found.removeIf(wanted.negate());
      if (!found.isEmpty()) {
        return found;
      }
    }
    final List<Joined> answers = new ArrayList<>(Answers.in(talk));
    answers.addAll(offers.in(talk));
    answers.removeIf(wanted.negate());
    return answers;
  }
}
