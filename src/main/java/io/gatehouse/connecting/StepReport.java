package io.gatehouse.connecting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;

/** Prints what a site has, lacks and was given. */
final class StepReport {

  private static final List<String> GOOD = List.of("present", "absent");
  private static final List<String> DONE = List.of("set", "removed");

  private final PrintStream out;

  StepReport(final PrintStream out) {
    this.out = out;
  }

  /**
   * @return whether nothing is left to be done
   */
  boolean show(final JsonNode report) {
    out.printf("%s calls %s%n%n", text(report, "site"), text(report, "webhook"));
    report.path("steps").forEach(this::line);
    if (report.hasNonNull("credentials")) {
      showOnce(report.path("credentials"));
    }
    return report.path("done").asBoolean();
  }

  private void line(final JsonNode step) {
    final String state = text(step, "state");
    out.printf("%s %-8s %s%n", sign(state), state, text(step, "what"));
    if (!text(step, "reason").isEmpty()) {
      out.printf("             %s%n", text(step, "reason"));
    }
  }

  private static String sign(final String state) {
    if (GOOD.contains(state)) {
      return "=";
    }
    if (DONE.contains(state)) {
      return "+";
    }
    return state.equals("note") ? "i" : state.equals("failed") ? "!" : "≠";
  }

  private void showOnce(final JsonNode credentials) {
    out.printf("%nStart the gateway with these. They are not shown another time:%n%n");
    out.println("  ERPNEXT_URL=" + text(credentials, "url"));
    out.println("  ERPNEXT_API_KEY=" + text(credentials, "api_key"));
    out.println("  ERPNEXT_API_SECRET=" + text(credentials, "api_secret"));
  }

  private static String text(final JsonNode object, final String field) {
    return object.path(field).asText();
  }
}
