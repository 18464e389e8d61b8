package io.gatehouse.spam;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;
import java.text.BreakIterator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A text as it may be shown in a list: links taken out, what cannot be seen left out, cut to 100
 * code points between two characters as a reader sees them (S2, upstream). Markup stays text; it is
 * escaped where it is shown.
 */
final class Sanitized {

  static final String MARKER = "[URL_REMOVED]";

  private static final int LONGEST = 100;
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;

  private Sanitized() {}

  static String of(final String text, final Canonical read, final List<Candidate> found) {
    return cut(shown(withoutLinks(text, read, found)));
  }

  private static String withoutLinks(
      final String text, final Canonical read, final List<Candidate> found) {
    final List<Candidate> links =
        found.stream()
            .filter(candidate -> "url".equals(candidate.topic()))
            .sorted(Comparator.comparingInt(Candidate::from))
            .toList();
    final StringBuilder kept = new StringBuilder();
    int at = 0;
    for (final Candidate link : links) {
      final int start = read.start(link.from());
      if (start >= at) {
        kept.append(text, at, start).append(MARKER);
      }
      at = Math.max(at, read.end(link.to() - 1));
    }
    return kept.append(text, at, text.length()).toString();
  }

  private static String shown(final String text) {
    final StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> Character.isWhitespace(character) ? ' ' : character)
        .filter(Sanitized::visible)
        .filter(character -> character != ' ' || !endsBlank(shown))
        .forEach(shown::appendCodePoint);
    return shown.toString().strip();
  }

  private static boolean endsBlank(final StringBuilder shown) {
    return shown.isEmpty() || shown.charAt(shown.length() - 1) == ' ';
  }

  /** Controls, marks of direction and lone halves go; joiners are letters of some scripts. */
  private static boolean visible(final int character) {
    final int type = Character.getType(character);
    final boolean joiner = character == ZWNJ || character == ZWJ;
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && (type != Character.FORMAT || joiner);
  }

  private static String cut(final String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    final int most = text.offsetByCodePoints(0, LONGEST);
    final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    final int end = characters.isBoundary(most) ? most : characters.preceding(most);
    return text.substring(0, Math.max(end, 0)).strip();
  }
}
