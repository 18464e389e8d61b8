package io.gatehouse.rehearsal;

import io.gatehouse.fixture.Fixture;
import io.gatehouse.fixture.Request;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table people read: what was asked, answered, recorded and sent. */
final class Report {

  private static final String ROW = "%-4s  %-34s  %-36s  %-26s  %-34s  %s%n";

  private final PrintStream out;

  Report(final PrintStream out) {
    this.out = out;
  }

  /**
   * @return whether everything came as expected
   */
  boolean show(final List<Outcome> outcomes) {
    out.printf(ROW, "", "fixture", "asked", "answered", "recorded", "sent");
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
    out.printf(
        ROW,
        differences.isEmpty() ? "PASS" : "FAIL",
        clipped(outcome.fixture().name(), 34),
        clipped(asked(outcome.fixture()), 36),
        clipped(answered(outcome), 26),
        clipped(recorded(outcome), 34),
        sent(outcome));
    differences.forEach(difference -> out.printf("      %s%n", difference));
    return differences.isEmpty();
  }

  private static String asked(final Fixture fixture) {
    final Request request = fixture.request();
    final String signature =
        request.signature() == Request.Signature.VALID
            ? ""
            : ", " + request.signature().name().toLowerCase(Locale.ROOT) + " signature";
    final String copies = request.copies() == 1 ? "" : ", " + request.copies() + " at once";
    return said(request) + signature + copies;
  }

  private static String said(final Request request) {
    final String text =
        request
            .form()
            .getOrDefault(
                "Body",
                request
                    .json()
                    .path("content")
                    .asText(request.json().path("message_text").asText()));
    return text.isEmpty() ? "(no text)" : "\"" + clipped(text, 22) + "\"";
  }

  private static String answered(final Outcome outcome) {
    return outcome.answers().stream()
        .distinct()
        .map(answer -> answer.status() + " " + answer.body())
        .collect(Collectors.joining(" | "));
  }

  private static String recorded(final Outcome outcome) {
    return switch (outcome.events().size()) {
      case 0 -> "nothing";
      case 1 -> decided(outcome);
      default -> outcome.events().size() + " events, " + decided(outcome);
    };
  }

  private static String decided(final Outcome outcome) {
    return outcome.decision()
        + outcome.classes().stream().map(type -> " " + type).collect(Collectors.joining());
  }

  private static String sent(final Outcome outcome) {
    if (outcome.effects() == null) {
      return "(not in sandbox)";
    }
    final String kinds =
        outcome.kinds().entrySet().stream().map(Report::counted).collect(Collectors.joining(" "));
    return kinds.isEmpty() ? "nothing" : kinds;
  }

  private static String counted(final Map.Entry<String, Integer> kind) {
    return kind.getKey() + (kind.getValue() == 1 ? "" : " x" + kind.getValue());
  }

  /** On one line of a terminal, without anything that would move its cursor. */
  private static String clipped(final String text, final int length) {
    final String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) <= length
        ? line
        : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
  }
}
