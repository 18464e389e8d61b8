package io.gatehouse.rulings;

import io.gatehouse.base.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the queue behind its last entry that was read. */
record Cursor(boolean help, double risk, long number) {

  /** Before everything: nobody is surer than 1, and numbers begin with 1. */
  static final Cursor START = new Cursor(true, 2, 0);

  private static final Pattern FORM =
      Pattern.compile("([01])_(\\d(?:\\.\\d{1,20})?(?:E-\\d{1,3})?)_(\\d{1,18})");

  static Cursor after(final QueueEntry entry) {
    return new Cursor(entry.help(), entry.risk(), entry.number());
  }

  /**
   * @throws Problem 400 when it is none
   */
  static Cursor of(final @Nullable String text) {
    if (text == null) {
      return START;
    }
    final Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw Problem.badRequest("after", "Give the last answer's next as after, as it is.");
    }
    return new Cursor(
        parts.group(1).equals("1"),
        Double.parseDouble(parts.group(2)),
        Long.parseLong(parts.group(3)));
  }

  String text() {
    return (help ? "1_" : "0_") + risk + "_" + number;
  }
}
