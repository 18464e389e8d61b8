package io.gatehouse.rehearsal;

import java.io.PrintStream;
import java.util.List;

/** The table people read: what was asked, answered, recorded and sent. */
final class Report {

  private static final int NAME = 33;
  private static final int ASKED = 46;
  private static final int ANSWERED = 22;
  private static final int RECORDED = 44;

  private final PrintStream out;

  Report(final PrintStream out) {
    this.out = out;
  }

  /**
   * @return whether everything came as expected
   */
  boolean show(final List<Outcome> outcomes) {
    line("", "fixture", "asked", "answered", "recorded", "sent");
    final long passed = outcomes.stream().filter(this::row).count();
    out.printf(
        "%n%d of %d fixtures came out as expected.%s%n",
        passed,
        outcomes.size(),
        passed == outcomes.size() ? "" : " The differences stand below their rows.");
    return passed == outcomes.size();
  }

  private boolean row(final Outcome outcome) {
    final List<String> differences = Comparison.of(outcome);
    line(
        differences.isEmpty() ? "PASS" : "FAIL",
        outcome.fixture().name(),
        Summary.asked(outcome.fixture().request()),
        Summary.answered(outcome),
        Summary.recorded(outcome),
        Summary.sent(outcome));
    differences.forEach(difference -> out.println("      " + difference));
    return differences.isEmpty();
  }

  private void line(
      final String verdict,
      final String name,
      final String asked,
      final String answered,
      final String recorded,
      final String sent) {
    out.println(
        String.join(
            "  ",
            Cell.of(verdict, 4),
            Cell.of(name, NAME),
            Cell.of(asked, ASKED),
            Cell.of(answered, ANSWERED),
            Cell.of(recorded, RECORDED),
            sent));
  }
}
