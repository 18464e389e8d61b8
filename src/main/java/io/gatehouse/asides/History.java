package io.gatehouse.asides;

import io.gatehouse.asides.Vocabulary.Attribution;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recognises the lines with which mail programs begin what was said before. */
record History(Vocabulary vocabulary, List<Line> lines) {

  /** Lines over which programs break "On …, … wrote:", a link's target among them. */
  private static final int BROKEN_OVER = 5;

  private static final int LONGEST_ATTRIBUTION = 400;

  /** Lines over which a header block goes, with link targets and blank lines. */
  private static final int HEADER_LINES = 16;

  /** So many labels besides the first make a header block. */
  private static final int LABELS = 2;

  private static final int LONGEST_LABEL = 14;

  private static final String RULE = "-_=*: ";

  /** How many lines from here on open quoted history; 0 when none does. */
  int opening(final int at) {
    if (vocabulary.history().contains(unruled(words(at))) || header(at)) {
      return 1;
    }
    return vocabulary.attributions().stream()
        .mapToInt(attribution -> attributed(at, attribution))
        .max()
        .orElse(0);
  }

  private int attributed(final int at, final Attribution attribution) {
    if (!words(at).startsWith(attribution.first())) {
      return 0;
    }
    final var said = new StringBuilder();
    for (int i = at; i < Math.min(lines.size(), at + BROKEN_OVER); i++) {
      said.append(words(i)).append(' ');
      if (said.length() > LONGEST_ATTRIBUTION) {
        return 0;
      }
      if (words(i).endsWith(":")) {
        return dated(said) && says(said, attribution.verb()) ? i - at + 1 : 0;
      }
    }
    return 0;
  }

  private static boolean dated(final CharSequence said) {
    return said.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean says(final StringBuilder said, final String verb) {
    final int at = said.lastIndexOf(" " + verb);
    return at >= 0 && !Character.isLetter(said.charAt(at + 1 + verb.length()));
  }

  private boolean header(final int at) {
    final Set<String> labels = vocabulary.headers().get(label(at));
    if (labels == null) {
      return false;
    }
    final Set<String> seen = new HashSet<>();
    for (int i = at + 1; i < Math.min(lines.size(), at + HEADER_LINES); i++) {
      final String label = label(i);
      if (labels.contains(label)) {
        seen.add(label);
      }
    }
    return seen.size() >= LABELS;
  }

  private String label(final int at) {
    final String words = words(at);
    final int colon = words.indexOf(':');
    return colon < 0 || colon > LONGEST_LABEL
        ? ""
        : words.substring(0, colon).replace("*", "").strip();
  }

  private String words(final int at) {
    return lines.get(at).words();
  }

  /** Without the rules programs draw round it. */
  private static String unruled(final String words) {
    int from = 0;
    int to = words.length();
    while (from < to && RULE.indexOf(words.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && RULE.indexOf(words.charAt(to - 1)) >= 0) {
      to--;
    }
    return words.substring(from, to);
  }
}
