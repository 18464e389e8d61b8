package io.gatehouse.asides;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.DataFile;
import io.gatehouse.canonical.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text that stands under many messages, and its lines.
 *
 * @param gist of all that is shown of it
 * @param seams where a line of it begins or ends in the gist
 * @param bare all of it, link targets too
 */
record Footer(String gist, Set<Integer> seams, String bare) {

  /** Under everybody's messages. */
  static final List<Footer> SHIPPED =
      DataFile.read("asides/footers.txt").lines().stream()
          .map(line -> of(line.replace(" / ", "\n")))
          .toList();

  /** Fewer letters are no line of a footer but a sign or an initial. */
  private static final int SHORTEST = 3;

  /** Lines looked at for one footer, blank ones and link targets among them. */
  private static final int MOST_LINES = 64;

  /** Reads HTML where it looks like it, else plain text. */
  static Footer of(final String written) {
    final boolean html = written.indexOf('<') >= 0 && written.indexOf('>') >= 0;
    final Canonical text = html ? Folder.html(written) : Folder.plain(written);
    final var gist = new StringBuilder();
    final Set<Integer> seams = new TreeSet<>();
    for (final Line line : Line.of(text)) {
      seams.add(gist.length());
      gist.append(line.hidden() ? "" : Gist.of(line.words()));
    }
    seams.add(gist.length());
    return new Footer(gist.toString(), seams, Gist.bare(text.text(0, text.length())));
  }

  /** Those of an organization, and everybody's. */
  static List<Footer> all(final Set<String> written) {
    final List<Footer> all = new ArrayList<>(SHIPPED);
    written.forEach(footer -> all.add(of(footer)));
    return all;
  }

  /**
   * How far lines say, word for word, whole lines of the footer.
   *
   * @return one behind the last such line, or {@code at} when there is none
   */
  int reach(final List<Line> lines, final int at) {
    int furthest = at;
    for (final int seam : seams) {
      furthest = Math.max(furthest, reach(lines, at, seam));
    }
    return furthest;
  }

  private int reach(final List<Line> lines, final int at, final int seam) {
    int read = seam;
    int reached = at;
    for (int i = at; i < Math.min(lines.size(), at + MOST_LINES); i++) {
      final Line line = lines.get(i);
      final String said = line.hidden() ? "" : Gist.of(line.words());
      if (!gist.startsWith(said, read)) {
        break;
      }
      read += said.length();
      if (!said.isEmpty() && read - seam >= SHORTEST && seams.contains(read)) {
        reached = i + 1;
      }
      if (read == gist.length()) {
        break;
      }
    }
    return reached;
  }

  /** Whether a link's target is one that the footer itself names. */
  boolean names(final Line target) {
    return Gist.names(bare, target.words());
  }
}
