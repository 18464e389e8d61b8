package io.gatehouse.explanation;

import io.gatehouse.explanation.Explanation.Found;
import io.gatehouse.explanation.Explanation.Phrase;
import io.gatehouse.explanation.Explanation.Rejected;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation in words, for a terminal. */
public final class Readable {

  private final StringBuilder out = new StringBuilder();

  private Readable() {}

  /**
   * @param title what the message is called
   */
  public static String text(final String title, final Explanation explanation) {
    final Readable readable = new Readable();
    readable.write(title, explanation);
    return readable.out.toString();
  }

  private void write(final String title, final Explanation explanation) {
    line("%s", title);
    line("  reads as  %s", plain(explanation.canonical()));
    explanation.findings().forEach(this::found);
    risk(explanation.risk());
    explanation.rejected().forEach(this::rejected);
    line("  rule set  %s", explanation.ruleSet());
  }

  private void found(final Found found) {
    line(
        "  found     %s by %s, %.2f sure%s, at %d-%d of message %d, in its %s: %s",
        found.type(),
        found.rule(),
        found.confidence(),
        found.disguise().isEmpty() ? "" : ", hidden by " + found.disguise(),
        found.start(),
        found.end(),
        found.message() + 1,
        found.setting(),
        found.reason());
    phrases(found.phrases());
  }

  private void rejected(final Rejected rejected) {
    line(
        "  left      %s by %s, %.2f, at %d-%d (%s): %s%s",
        rejected.type(),
        rejected.rule(),
        rejected.confidence(),
        rejected.start(),
        rejected.end(),
        plain(rejected.read()),
        rejected.why(),
        rejected.words().isEmpty() ? "" : " Beside it: " + String.join(", ", rejected.words()));
    phrases(rejected.phrases());
  }

  private void phrases(final List<Phrase> phrases) {
    for (final Phrase phrase : phrases) {
      line("              %+.2f  %s: %s", phrase.weight(), phrase.rule(), phrase.pattern());
    }
  }

  private void risk(final RiskSum risk) {
    final String terms =
        risk.terms().stream()
            .map(
                t ->
                    String.format(
                        Locale.ROOT, "%s %.2f × %.2f", t.name(), t.weight(), t.confidence()))
            .collect(Collectors.joining(" + "));
    line(
        "  risk      1 − 0.25^((%s) ÷ 0.4) = 1 − 0.25^(%.4f ÷ 0.4) = %.4f",
        terms.isEmpty() ? "0" : terms, risk.sum(), risk.risk());
  }

  /** On one line, without what would steer a terminal or turn its text round. */
  private static String plain(final String text) {
    final StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      final char c = text.charAt(i);
      final int type = Character.getType(c);
      final boolean steers =
          type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
      shown.append(c == '\n' || c == '\t' ? ' ' : steers ? '\uFFFD' : c);
    }
    return shown.toString();
  }

  private void line(final String format, final Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
