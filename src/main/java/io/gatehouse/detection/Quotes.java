package io.gatehouse.detection;

import io.gatehouse.asides.Asides;
import io.gatehouse.asides.Gist;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Recognizer.Excuse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quoted history. Being set off as a quote proves nothing: only words that an earlier message of
 * the conversation really holds are exempt, else a forged quote would be a hole.
 */
final class Quotes {

  /** A shorter line is found in any text. */
  private static final int SHORTEST = 8;

  private final Canonical text;
  private final Asides asides;
  private final List<Utterance> history;
  private @Nullable List<Told> told;

  Quotes(final Canonical text, final Asides asides, final List<Utterance> history) {
    this.text = text;
    this.asides = asides;
    this.history = history;
  }

  /**
   * An earlier message.
   *
   * @param shown what people see of it
   * @param bare all of it, link targets too, letters and figures alone
   */
  private record Told(String shown, String bare) {

    static Told of(final Utterance said) {
      final Canonical folded = said.folded();
      return new Told(
          Gist.of(visible(folded, 0, folded.length())), Gist.bare(folded.text(0, folded.length())));
    }
  }

  /** Why it is no word of the sender's own, or null: it lies in a footer, or was said before. */
  @Nullable Excuse excuse(final Candidate candidate) {
    return switch (asides.of(candidate.from(), candidate.to())) {
      case FOOTER -> Excuse.FOOTER;
      case QUOTE -> said(candidate.from(), candidate.to()) ? Excuse.QUOTED : null;
      case BODY, SIGNATURE, DISCLAIMER -> null;
    };
  }

  private boolean said(final int from, final int to) {
    return text.is(from, Mark.HTML_HIDDEN) ? target(from, to) : line(from, to);
  }

  /** The line, as far as it is shown. */
  private boolean line(final int from, final int to) {
    final String said = Gist.of(visible(text, lineStart(from), lineEnd(to)));
    return said.length() >= SHORTEST && told().stream().anyMatch(one -> one.shown().contains(said));
  }

  private boolean target(final int from, final int to) {
    final String said = text.text(from, to);
    return told().stream().anyMatch(one -> Gist.names(one.bare(), said));
  }

  private List<Told> told() {
    if (told == null) {
      told = history.stream().map(Told::of).toList();
    }
    return told;
  }

  private int lineStart(final int at) {
    int i = at;
    while (i > 0 && text.at(i - 1) != '\n') {
      i--;
    }
    return i;
  }

  private int lineEnd(final int at) {
    int i = at;
    while (i < text.length() && text.at(i) != '\n') {
      i++;
    }
    return i;
  }

  private static CharSequence visible(final Canonical text, final int from, final int to) {
    final var shown = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (!text.is(i, Mark.HTML_HIDDEN)) {
        shown.append(text.at(i));
      }
    }
    return shown;
  }
}
