package io.gatehouse.replay;

import io.gatehouse.detection.Finding;
import io.gatehouse.explanation.Readable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What was decided then beside what would be now; the text itself only when asked for. */
final class SideBySide {

  private final PrintWriter out;

  private SideBySide(final PrintWriter out) {
    this.out = out;
  }

  static void show(final Recomputed both, final boolean explain, final PrintWriter out) {
    final var table = new SideBySide(out);
    table.head(both);
    table.columns(both);
    table.findings("same", both.kept());
    table.findings("gone", both.gone());
    table.findings("new", both.added());
    table.remarks(both);
    if (explain) {
      out.print(Readable.text("why, now", both.explanation()));
    }
    out.flush();
  }

  private void head(final Recomputed both) {
    final StoredMessage.Head head = both.then().head();
    line(
        "event %s of %s: %s %s from the %s, %s",
        head.id(),
        head.organization(),
        head.channel().wire(),
        head.direction().wire(),
        head.sender().wire(),
        head.receivedAt());
  }

  private void columns(final Recomputed both) {
    final StoredMessage.Head then = both.then().head();
    row("", "then", "now");
    row("decision", then.decision(), both.decision().wire());
    row("step", then.step(), both.decision().step().wire());
    row("risk", number(then.risk()), number(both.explanation().risk().risk()));
    row("findings", both.then().findings().size() + "", both.findings().size() + "");
    row("rule set", then.ruleSet(), both.explanation().ruleSet());
  }

  private void findings(final String which, final List<Finding> findings) {
    for (final Finding finding : findings) {
      line(
          "%-5s %s by %s, %.2f%s, message %d at %d-%d",
          which,
          finding.type().wire(),
          finding.rule(),
          finding.confidence(),
          finding.disguise() == null ? "" : ", " + finding.disguise(),
          finding.message() + 1,
          finding.span().start(),
          finding.span().end());
    }
  }

  private void remarks(final Recomputed both) {
    if (!both.sameRules()) {
      line("The rules differ: this is what today's make of it, not what was decided by then.");
    }
    if (both.newestSettings() != both.then().head().settingsVersion()) {
      line(
          "Decided again by settings version %d, as then; version %d is in force now.",
          both.then().head().settingsVersion(), both.newestSettings());
    }
    if (both.forgotten() > 0) {
      line("Purged meanwhile: the texts of %d earlier messages.", both.forgotten());
    }
    line("Known contacts are today's; those a payload declared are not stored.");
  }

  private static String number(final double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void row(final String name, final String then, final String now) {
    line("%-10s %-18s %-18s%s", name, then, now, then.equals(now) || name.isEmpty() ? "" : " <>");
  }

  private void line(final String format, final Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
