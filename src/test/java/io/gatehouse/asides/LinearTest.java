package io.gatehouse.asides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.canonical.Folder;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twice the lines are twice the work, counted in lines looked at. */
class LinearTest {

  /** The last lines have fewer below them to look at. */
  private static final int AT_THE_END = 20_000;

  /** A footer is tried at each of its lines, over the lines that may break it. */
  private static final int MOST_A_CHARACTER = 300;

  private static final Footer FOOTER = Footer.of("aa\n\naa\naa\nbb");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "on 1\n",
        "from:\n",
        "from:\nsent:\n",
        "thanks\n",
        "thanks\n\n\n\n\n\n\n\n",
        "> x\n",
        "> on 1\n\n",
        "--\n",
        "this e-mail is confidential\n",
        "aa\n",
        "aa\n\n",
      })
  void work_grows_with_the_text(final String piece) {
    final int once = looks(piece.repeat(1000));
    final int twice = looks(piece.repeat(2000));

    assertThat(twice).isLessThanOrEqualTo(2 * once + AT_THE_END);
    assertThat(once).isLessThan(1000 * piece.length() * MOST_A_CHARACTER);
  }

  private static int looks(final String text) {
    final var lines = new Counted(Line.of(Folder.plain(text)));
    new AsideReader(Vocabulary.SHIPPED, lines).read();
    for (int at = 0; at < lines.size(); at++) {
      FOOTER.reach(lines, at);
    }
    return lines.looks;
  }

  /** Counts how often a line is asked for. */
  private static final class Counted extends AbstractList<Line> {

    private final List<Line> lines;
    private int looks;

    Counted(final List<Line> lines) {
      this.lines = lines;
    }

    @Override
    public Line get(final int at) {
      looks++;
      return lines.get(at);
    }

    @Override
    public int size() {
      return lines.size();
    }
  }
}
