package io.gatehouse.spam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Labelled names and invitations. */
record NamesCorpus(List<Row> rows) {

  /**
   * @param label honest, doubtful or spam
   */
  record Row(SpamKind kind, String label, String text) {

    static Row of(final String line) {
      final String[] cells = line.split("\t", 3);
      return new Row(SpamKind.of(cells[0]).orElseThrow(), cells[1], cells[2]);
    }

    boolean honest() {
      return label.equals("honest");
    }
  }

  static NamesCorpus read(final String name) throws IOException {
    try (InputStream in = NamesCorpus.class.getResourceAsStream("/corpus/" + name)) {
      final String all =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new NamesCorpus(
          all.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList());
    }
  }

  /** How well a corpus is judged. */
  record Figures(int right, int missed, int wrong, int blocked, int spam, int honestBlocked) {

    double precision() {
      return (double) right / (right + wrong);
    }

    double recall() {
      return (double) right / (right + missed);
    }

    double blockedShare() {
      return (double) blocked / spam;
    }
  }

  Figures measured(final SpamDetector detector) {
    int right = 0;
    int missed = 0;
    int wrong = 0;
    int blocked = 0;
    int spam = 0;
    int honestBlocked = 0;
    for (final Row row : rows) {
      final Spam judged = judge(detector, row);
      final boolean noticed = judged.verdict() != Verdict.NONE;
      final boolean obvious = judged.verdict() == Verdict.OBVIOUS;
      right += noticed && !row.honest() ? 1 : 0;
      missed += !noticed && !row.honest() ? 1 : 0;
      wrong += noticed && row.honest() ? 1 : 0;
      spam += row.label().equals("spam") ? 1 : 0;
      blocked += obvious && row.label().equals("spam") ? 1 : 0;
      honestBlocked += obvious && row.honest() ? 1 : 0;
    }
    return new Figures(right, missed, wrong, blocked, spam, honestBlocked);
  }

  static Spam judge(final SpamDetector detector, final Row row) {
    return detector.judge(row.text(), row.kind(), SpamRules.STANDARD, "CA");
  }
}
