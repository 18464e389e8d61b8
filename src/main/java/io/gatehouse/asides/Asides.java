package io.gatehouse.asides;

import io.gatehouse.canonical.Canonical;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where the parts of a message lie in its canonical text. */
public final class Asides {

  /** Of a text that is all body. */
  public static final Asides NONE = new Asides(new int[] {0}, new Setting[] {Setting.BODY});

  private final int[] starts;
  private final Setting[] settings;

  private Asides(final int[] starts, final Setting[] settings) {
    this.starts = starts;
    this.settings = settings;
  }

  /**
   * Reads a message.
   *
   * @param footers what the organization's mail system puts under messages, HTML or plain
   */
  public static Asides read(final Canonical text, final Set<String> footers) {
    final List<Line> lines = Line.of(text);
    final Setting[] settings = new AsideReader(Vocabulary.SHIPPED, lines).read();
    Footer.all(footers).forEach(footer -> mark(footer, lines, settings));
    return new Asides(lines.stream().mapToInt(Line::from).toArray(), settings);
  }

  private static void mark(final Footer footer, final List<Line> lines, final Setting[] settings) {
    int at = 0;
    while (at < lines.size()) {
      final int to = lines.get(at).hidden() || lines.get(at).blank() ? at : footer.reach(lines, at);
      for (int i = at; i < lines.size() && (i < to || targets(lines, i, at, to)); i++) {
        if (!lines.get(i).hidden() || footer.names(lines.get(i))) {
          settings[i] = Setting.FOOTER;
        }
      }
      at = Math.max(at + 1, to);
    }
  }

  /** Whether a line is a link's target right behind a footer's line. */
  private static boolean targets(
      final List<Line> lines, final int line, final int from, final int to) {
    return to > from && line >= to && lines.get(line).hidden();
  }

  /**
   * The part a range lies in: the body as soon as any of it does.
   *
   * @param to one behind the last canonical index
   */
  public Setting of(final int from, final int to) {
    final int first = line(from);
    final int last = line(to - 1);
    for (int i = first; i <= last; i++) {
      if (settings[i] == Setting.BODY) {
        return Setting.BODY;
      }
    }
    return settings[first];
  }

  private int line(final int index) {
    final int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}
