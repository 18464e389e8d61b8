package io.gatehouse.asides;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A closing ("Regards,") and the few short lines under it, at the end of the sender's own text. */
record Closings(Set<String> closings, List<Line> lines, Setting[] settings) {

  /** A name, a title, a firm, an address of three lines, a number, a site. */
  private static final int MOST_LINES = 9;

  /** Longer ones are sentences. */
  private static final int LONGEST_LINE = 80;

  void mark() {
    int end = lines.size();
    for (int at = lines.size() - 1; at >= 0; at--) {
      if (settings[at] != Setting.BODY) {
        end = at;
      } else if (ends(at)) {
        mark(at, end);
      }
    }
  }

  /** Whether the sender's own text ends with this line. */
  private boolean ends(final int at) {
    return at + 1 == lines.size() || settings[at + 1] != Setting.BODY;
  }

  private void mark(final int last, final int end) {
    int closing = -1;
    int said = 0;
    for (int at = last; at >= 0 && settings[at] == Setting.BODY && said <= MOST_LINES; at--) {
      final Line line = lines.get(at);
      if (line.words().length() > LONGEST_LINE && !line.hidden()) {
        break;
      }
      closing = closes(line) ? at : closing;
      said += line.blank() || line.hidden() ? 0 : 1;
    }
    if (closing >= 0) {
      Arrays.fill(settings, closing, end, Setting.SIGNATURE);
    }
  }

  private boolean closes(final Line line) {
    final String words = line.words();
    int to = words.length();
    while (to > 0 && ",.!;: ".indexOf(words.charAt(to - 1)) >= 0) {
      to--;
    }
    return closings.contains(words.substring(0, to));
  }
}
