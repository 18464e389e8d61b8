package io.gatehouse.numbers;

import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Digits.Run;
import io.gatehouse.canonical.Mark;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Phone numbers: figures, words or both, in any script and with any separators. */
public final class Phones implements Recognizer {

  private static final double ENOUGH = 0.5;
  private static final int MIN_DIGITS = 7;

  /** E.164 allows 15 digits; a trunk "00" may stand before them. */
  private static final int MAX_DIGITS = 17;

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    final boolean hinted = !reading.runs().isEmpty() && Told.possible(reading);
    for (final Run run : reading.runs()) {
      search(new Window(reading, run.groups(), 0, 0, hinted), found);
    }
    Tally.find(reading, found);
  }

  /** From each group on, the best window; windows that were found are not looked at again. */
  private static void search(final Window run, final Consumer<Candidate> found) {
    final int last = run.groups().size();
    int from = 0;
    while (from < last) {
      final Best shaped = best(run, from, false);
      final Best best = shaped == null ? best(run, from, true) : shaped;
      if (best != null) {
        found.accept(best.candidate());
      }
      from = best == null ? from + 1 : best.behind();
    }
  }

  /** The likeliest number that begins with a group, and the group behind it. */
  private record Best(Candidate candidate, int behind) {}

  private static @Nullable Best best(final Window run, final int from, final boolean national) {
    final List<Group> groups = run.groups();
    Best best = null;
    int digits = 0;
    for (int to = from; to < groups.size() && digits <= MAX_DIGITS; to++) {
      digits += groups.get(to).digits().length();
      if (digits >= MIN_DIGITS && digits <= MAX_DIGITS) {
        final Candidate candidate = weigh(run.part(from, to + 1), national);
        if (candidate != null
            && (best == null || better(candidate, best.candidate(), near(run, to)))) {
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

  /** Whether nothing but a sign or a blank parts a group from the one before. */
  private static boolean near(final Window run, final int group) {
    return group > 0 && run.gap(group).length() <= 1;
  }

  private static @Nullable Candidate weigh(final Window window, final boolean national) {
    final PhoneShape shape = national ? PhoneShape.national(window) : PhoneShape.of(window);
    if (shape == null) {
      doubt(window, "phone.shape", 0);
      return null;
    }
    final double confidence = shape.confidence() + PhoneContext.weigh(window, shape);
    if (confidence < ENOUGH || (national && !shape.valid(window))) {
      doubt(window, shape.rule(), confidence);
      return null;
    }
    return new Candidate(
        window.linked(),
        window.end(),
        "phone_number",
        shape.rule(),
        Math.min(0.99, confidence),
        shape.number(),
        disguise(window));
  }

  private static void doubt(final Window window, final String rule, final double confidence) {
    final Reading reading = window.reading();
    reading
        .observer()
        .doubted(reading, window.start(), window.end(), "phone_number", rule, confidence);
  }

  private static @Nullable String disguise(final Window window) {
    final String mark = Mark.disguise(window.reading().text().marks(window.start(), window.end()));
    if (mark != null) {
      return mark;
    }
    if (window.has(Kind.VANITY)) {
      return "vanity_number";
    } else if (window.has(Kind.SOUNDS)) {
      return "phonetic";
    } else if (window.has(Kind.SPLIT) || window.has(Kind.JUNK)) {
      return "interleaved";
    } else if (window.has(Kind.SUM)) {
      return "arithmetic_hint";
    } else if (window.has(Kind.LEET)) {
      return "leetspeak";
    } else if (window.has(Kind.MIXED) || (window.has(Kind.WORDS) && window.has(Kind.FIGURES))) {
      return "mixed_digits_words";
    } else if (window.has(Kind.WORDS)) {
      return "spelled_digits";
    } else if (window.has(Kind.LETTERS)) {
      return "letters_O_l_for_0_1";
    }
    return window.separators().disguise();
  }
}
