package io.gatehouse.numbers;

import io.gatehouse.canonical.Canonical;

/** Rows of figures that are no number: counted up, octets, sums, enumerations. */
final class Series {

  private static final int OCTETS = 4;
  private static final int MAX_OCTET = 255;
  private static final int COUNTED = 5;
  private static final int SHORTEST_QUAD = 6;

  private Series() {}

  static boolean is(final Window window) {
    return counted(window)
        || octets(window)
        || fraction(window)
        || calculated(window)
        || hardware(window)
        || listed(window);
  }

  /** 1 2 3 4 5 6. */
  private static boolean counted(final Window window) {
    for (int i = 1; i < window.size(); i++) {
      final int step = window.value(i) - window.value(i - 1);
      if (Math.abs(step) != 1 || !window.gap(window.from() + i).isBlank()) {
        return false;
      }
    }
    return window.size() >= COUNTED;
  }

  /** Four groups up to 255 with dots between, and no more (RFC 791), in or around the window. */
  private static boolean octets(final Window window) {
    for (int i = Math.max(-window.from(), 1 - OCTETS); i < window.size(); i++) {
      if (quad(window, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean quad(final Window window, final int first) {
    int digits = 0;
    for (int k = first; k < first + OCTETS; k++) {
      final boolean inside = window.from() + k < window.groups().size();
      if (!inside || window.value(k) > MAX_OCTET || (k > first && !dotted(window, k))) {
        return false;
      }
      digits += window.width(k);
    }
    return digits >= SHORTEST_QUAD && !dotted(window, first) && !dotted(window, first + OCTETS);
  }

  /** "1.3555", "41.65": a fraction that no other dot follows. */
  private static boolean fraction(final Window window) {
    for (int i = 1; i < window.size(); i++) {
      final boolean point = dotted(window, i) && !dotted(window, i - 1) && !dotted(window, i + 1);
      if (point && window.width(i - 1) <= 2 && window.width(i) > 2 && window.size() > 2) {
        return true;
      }
    }
    return false;
  }

  private static boolean dotted(final Window window, final int group) {
    final int at = window.from() + group;
    return at > 0 && at < window.groups().size() && ".".equals(window.gap(at));
  }

  /** "604 + 555 = 1159": an equals sign inside or behind. */
  private static boolean calculated(final Window window) {
    final Canonical text = window.reading().text();
    for (int i = window.start(); i < window.end() + 3; i++) {
      if (text.at(i) == '=' && i + 1 < text.length() && i >= window.groups().getFirst().to()) {
        return true;
      }
    }
    return false;
  }

  /** Pairs with colons, one of which holds letters behind: the address of a device (IEEE 802). */
  private static boolean hardware(final Window window) {
    final Canonical text = window.reading().text();
    return text.at(window.end()) == ':'
        && window.size() > 2
        && ":".equals(window.gap(window.from() + 1))
        && text.at(window.end() + 1) > ' ';
  }

  /** "line 8000, line 8299": the same noun before each; another one after "#". */
  private static boolean listed(final Window window) {
    for (int i = 1; i < window.size(); i++) {
      final String gap = window.gap(window.from() + i);
      final int start = window.start() - gap.length() + 2;
      final boolean noun = gap.startsWith(", ") && gap.length() > 3 && start >= 0;
      if ((noun && window.reading().text().text(start, window.start()).equals(gap.substring(2)))
          || (gap.length() > 1 && gap.endsWith("#"))) {
        return true;
      }
    }
    return false;
  }
}
