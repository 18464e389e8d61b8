package io.gatehouse.numbers;

import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Run;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Numbering;
import io.gatehouse.recognition.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks through the digits of one message; what is costly is done so often and no more. */
final class Search {

  private static final double ENOUGH = 0.5;
  private static final int MIN_DIGITS = 7;

  /** E.164 allows 15 digits; a trunk "00" may stand before them. */
  private static final int MAX_DIGITS = 17;

  /** Windows whose words are read: more than any honest list has, few enough to be quick. */
  private static final int MAX_WEIGHED = 2_000;

  /** Different numbers that are looked up in the plans of all countries. */
  private static final int MAX_KNOWN = 100;

  private final Reading reading;
  private final boolean hinted;
  private final Map<String, Boolean> known = new HashMap<>();
  private int weighed;

  Search(final Reading reading) {
    this.reading = reading;
    hinted = !reading.runs().isEmpty() && Told.possible(reading);
  }

  /** From each group on, the best window; windows that were found are not looked at again. */
  void in(final Run run, final Consumer<Candidate> found) {
    final List<Group> groups = run.groups();
    int from = 0;
    while (from < groups.size()) {
      final Best best = best(groups, from);
      if (best != null) {
        found.accept(best.candidate());
      }
      from = best == null ? from + 1 : best.behind();
    }
  }

  /** The likeliest number that begins with a group, and the group behind it. */
  private record Best(Candidate candidate, int behind) {}

  private @Nullable Best best(final List<Group> groups, final int from) {
    final String ahead = ahead(groups, from);
    if (ahead.length() < MIN_DIGITS || binary(ahead)) {
      return null;
    }
    final Best shaped = best(groups, from, ahead, false);
    return shaped == null ? best(groups, from, ahead, true) : shaped;
  }

  /** The digits from a group on, as many as a number can have. */
  private static String ahead(final List<Group> groups, final int from) {
    final StringBuilder digits = new StringBuilder(2 * MAX_DIGITS);
    for (int to = from; to < groups.size(); to++) {
      final String more = groups.get(to).digits();
      if (digits.length() + more.length() > MAX_DIGITS) {
        break;
      }
      digits.append(more);
    }
    return digits.toString();
  }

  /** Nothing but noughts and ones, as a row of "o" or "l" would be, calls nobody. */
  private static boolean binary(final String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) > '1') {
        return false;
      }
    }
    return true;
  }

  private @Nullable Best best(
      final List<Group> groups, final int from, final String ahead, final boolean national) {
    Best best = null;
    int digits = 0;
    for (int to = from; to < groups.size(); to++) {
      digits += groups.get(to).digits().length();
      if (digits > ahead.length()) {
        break;
      }
      if (digits >= MIN_DIGITS) {
        final String read = ahead.substring(0, digits);
        final Window window = new Window(reading, groups, from, to + 1, read, hinted);
        final Candidate candidate = weigh(window, national);
        if (candidate != null
            && (best == null || better(candidate, best.candidate(), near(window)))) {
          best = new Best(candidate, to + 1);
        }
      }
    }
    return best;
  }

  /** Surer, or as sure and longer where numbers have no fixed length. */
  private static boolean better(final Candidate later, final Candidate best, final boolean near) {
    final double more = later.confidence() - best.confidence();
    return more > 0 || (near && more == 0 && !"phone.nanp".equals(later.rule()));
  }

  /** Whether nothing but a sign or a blank parts the last group from the one before. */
  private static boolean near(final Window window) {
    return window.to() > 1 && window.gapWidth(window.to() - 1) <= 1;
  }

  private @Nullable Candidate weigh(final Window window, final boolean national) {
    final PhoneShape shape = national ? PhoneShape.national(window) : PhoneShape.of(window);
    if (shape == null || ++weighed > MAX_WEIGHED) {
      doubt(window, "phone.shape", 0);
      return null;
    }
    final double confidence = shape.confidence() + PhoneContext.weigh(window, shape);
    if (confidence < ENOUGH || (national && !known(shape.number()))) {
      doubt(window, shape.rule(), confidence);
      return null;
    }
    return Phones.candidate(window, shape, confidence);
  }

  private void doubt(final Window window, final String rule, final double confidence) {
    reading
        .observer()
        .doubted(reading, window.start(), window.end(), "phone_number", rule, confidence);
  }

  /** Whether the numbering plan of some country has the number. */
  private boolean known(final String number) {
    final Boolean before = known.get(number);
    if (before != null || known.size() == MAX_KNOWN) {
      return before != null && before;
    }
    final boolean listed =
        Numbering.valid(number, reading.context().region()) || Numbering.abroad(number) != null;
    known.put(number, listed);
    return listed;
  }
}
