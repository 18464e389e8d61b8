package io.gatehouse.detection;

import io.gatehouse.canonical.Canonical;
import java.util.List;

/**
 * Quoted history. Being set off by {@code >} proves nothing: only words that an earlier message of
 * the conversation really holds are exempt, else a forged quote would be a hole.
 */
final class Quotes {

  /** A shorter quote is found in any text. */
  private static final int SHORTEST = 8;

  private final Canonical text;
  private final List<String> earlier;

  Quotes(final Canonical text, final ScanRequest request) {
    this.text = text;
    earlier = marked(text) ? request.earlier().stream().map(Quotes::words).toList() : List.of();
  }

  /** Whether a range lies in a quoted line whose words were said before. */
  boolean cover(final int from, final int to) {
    if (earlier.isEmpty() || !quoted(from)) {
      return false;
    }
    final String said = squeeze(text.text(lineStart(from), lineEnd(to)));
    return said.length() >= SHORTEST && earlier.stream().anyMatch(words -> words.contains(said));
  }

  private static boolean marked(final Canonical text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == '>' && (i == 0 || text.at(i - 1) == '\n')) {
        return true;
      }
    }
    return false;
  }

  private boolean quoted(final int at) {
    return text.at(lineStart(at)) == '>';
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

  private static String words(final Utterance said) {
    final Canonical folded = said.folded();
    return squeeze(folded.text(0, folded.length()));
  }

  /** Letters, figures and signs alone: quoting breaks lines anew and adds its own marks. */
  private static String squeeze(final String text) {
    final StringBuilder squeezed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      final char c = text.charAt(i);
      if (c > ' ' && c != '>') {
        squeezed.append(c);
      }
    }
    return squeezed.toString();
  }
}
