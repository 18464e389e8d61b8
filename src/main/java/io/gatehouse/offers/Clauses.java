package io.gatehouse.offers;

import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a sentence between commas. One that speaks to the reader ("could you e-transfer me") is
 * judged by itself as well: what the rest of the sentence tells of others does not excuse it.
 */
final class Clauses {

  private static final String ADDRESSED = "clause.addressed";

  private Clauses() {}

  /** The phrases of each addressed clause, if the sentence has more than one clause. */
  static List<List<Hit>> addressed(final Reading reading, final List<Hit> sentence) {
    final List<List<Hit>> clauses = new ArrayList<>();
    int behind = 0;
    for (final Hit hit : sentence) {
      // Hits come in order: one that begins in a clause that was taken adds nothing but time.
      if (ADDRESSED.equals(hit.line().rule().id()) && hit.from() >= behind) {
        final int from = start(reading, hit.from());
        final int to = end(reading, hit.to());
        behind = to;
        clauses.add(sentence.stream().filter(h -> h.from() >= from && h.to() <= to).toList());
      }
    }
    return clauses;
  }

  private static int start(final Reading reading, final int token) {
    int i = token;
    while (i > 0 && !parted(reading, i)) {
      i--;
    }
    return i;
  }

  private static int end(final Reading reading, final int token) {
    int i = token;
    while (i < reading.words().size() && !parted(reading, i)) {
      i++;
    }
    return i;
  }

  /** Whether a comma, a semicolon or the end of a sentence stands before a word. */
  private static boolean parted(final Reading reading, final int token) {
    final Token before = reading.words().get(token - 1);
    if (before.isBreak()) {
      return true;
    }
    for (int i = before.to(); i < reading.words().get(token).from(); i++) {
      if (reading.text().at(i) == ',' || reading.text().at(i) == ';') {
        return true;
      }
    }
    return false;
  }
}
