package io.gatehouse.connecting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;

/** Prints each number with what is called now and what should be. */
final class NumberReport {

  private final PrintStream out;

  NumberReport(final PrintStream out) {
    this.out = out;
  }

  /**
   * @param chosen empty for all
   * @return whether every one of them is there and connected
   */
  boolean show(final JsonNode answer, final Set<String> chosen) {
    final Set<String> missing = new TreeSet<>(chosen);
    boolean good = true;
    for (final JsonNode number : answer.path("numbers")) {
      if (chosen.isEmpty() || missing.remove(number.path("number").asText())) {
        good &= show(number);
      }
    }
    missing.forEach(number -> out.println(number + "  is no number of this account"));
    answer.path("notes").forEach(note -> out.println("note: " + note.asText()));
    return good && missing.isEmpty();
  }

  private boolean show(final JsonNode number) {
    final String state = number.path("state").asText();
    out.printf(
        "%s  %s  %s%s%n",
        number.path("number").asText(),
        number.path("name").asText(),
        state.replace('_', ' '),
        number.path("sms").asBoolean() ? "" : "  (cannot send text messages)");
    number.path("settings").forEach(this::showSetting);
    if (number.has("problem")) {
      out.println("  ! " + number.path("problem").asText());
    }
    out.println();
    return state.equals("connected") || state.equals("set");
  }

  private void showSetting(final JsonNode setting) {
    final boolean equal = setting.path("equal").asBoolean();
    out.printf(
        "  %s %-23s %s%n",
        equal ? "=" : "≠", setting.path("name").asText(), shown(setting.path("now")));
    if (!equal) {
      out.printf("    %-23s %s%n", "should be", shown(setting.path("should_be")));
    }
  }

  private static String shown(final JsonNode value) {
    return value.asText().isEmpty() ? "(nothing)" : value.asText();
  }
}
