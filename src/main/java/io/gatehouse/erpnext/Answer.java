package io.gatehouse.erpnext;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the webhook is answered. Frappe only logs it; a server script may act on it. */
sealed interface Answer {

  /**
   * S1.22's result; a clean one is S1.23's, member for member.
   *
   * @param action none, warning or escalation
   * @param flagCount flagged messages of the pair so far, this one included
   * @param warningMessage what the thread is told, absent when clean
   */
  @Serdeable
  record Screened(
      boolean flagged,
      @JsonInclude List<Flag> flags,
      String action,
      int flagCount,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String warningMessage)
      implements Answer {

    static final Screened CLEAN = new Screened(false, List.of(), "none", 0, null);
  }

  /** S1.14: what was found, as the text has it (S1.18). */
  @Serdeable
  record Flag(String pattern, String matchedText, String category) {}

  /** The document is no message to screen. */
  @Serdeable
  record Ignored(String ignored) implements Answer {}
}
