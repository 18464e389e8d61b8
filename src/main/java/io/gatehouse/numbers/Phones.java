package io.gatehouse.numbers;

import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Digits.Run;
import io.gatehouse.canonical.Mark;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Phone numbers: figures, words or both, in any script and with any separators. */
public final class Phones implements Recognizer {

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    final Search search = new Search(reading);
    for (final Run run : reading.runs()) {
      search.in(run, found);
    }
    Tally.find(reading, found);
  }

  /** A window that is a number, as a finding. */
  static Candidate candidate(final Window window, final PhoneShape shape, final double confidence) {
    return new Candidate(
        window.linked(),
        window.end(),
        "phone_number",
        shape.rule(),
        Math.min(0.99, confidence),
        shape.number(),
        disguise(window));
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
