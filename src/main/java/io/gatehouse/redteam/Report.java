package io.gatehouse.redteam;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of a campaign: each disguise, the worst pairs, and what got past. */
final class Report {

  private static final int WORST_PAIRS = 15;
  private static final int EXAMPLES = 12;
  private static final Comparator<Tally> WORST =
      Comparator.comparingDouble(Tally::share).thenComparing(t -> -t.tried());

  private final PrintWriter out;

  Report(final PrintWriter out) {
    this.out = out;
  }

  void show(final List<Tally> tallies) {
    line("%-62s %6s %7s %7s", "disguise", "tried", "caught", "named");
    of(tallies, 0).forEach(this::row);
    of(tallies, 1).forEach(this::row);
    sum("each disguise", of(tallies, 1));
    sum("each pair", of(tallies, 2));
    line("");
    line("worst pairs");
    of(tallies, 2).stream().sorted(WORST).limit(WORST_PAIRS).forEach(this::row);
    line("");
    line("past the detector, by the worst single disguises");
    of(tallies, 1).stream()
        .sorted(WORST)
        .flatMap(tally -> tally.missed().stream().limit(2).map(text -> tally.name() + ": " + text))
        .limit(EXAMPLES)
        .forEach(text -> line("  %s", visible(text)));
    out.flush();
  }

  private static List<Tally> of(final List<Tally> tallies, final int size) {
    return tallies.stream().filter(tally -> tally.size() == size && tally.tried() > 0).toList();
  }

  private void row(final Tally tally) {
    row(tally.name(), tally.tried(), tally.caught(), tally.named());
  }

  private void sum(final String name, final List<Tally> tallies) {
    row(
        name,
        tallies.stream().mapToInt(Tally::tried).sum(),
        tallies.stream().mapToInt(Tally::caught).sum(),
        tallies.stream().mapToInt(Tally::named).sum());
  }

  private void row(final String name, final int tried, final int caught, final int named) {
    final double all = Math.max(1, tried);
    line("%-62s %6d %6.1f%% %6.1f%%", name, tried, 100 * caught / all, 100 * named / all);
  }

  /** Odd characters as escapes, so that the reader sees what was hidden. */
  static String visible(final String text) {
    final StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("\\n");
              } else if (c > 0x7E && !Character.isLetterOrDigit(c) || c < ' ') {
                shown.append(String.format("\\u{%x}", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private void line(final String format, final Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
