package io.gatehouse.alerts;

import io.gatehouse.base.Reference;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.frappe.Post;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the alert's Issue (S1.31, S1.32). It names neither {@code raised_by} nor {@code customer}:
 * the portal shows an Issue to both, and the evidence with it. Nor does it show an address or a
 * number in full, since everybody on the desk may read Issues (B22).
 */
@Singleton
final class AlertIssue {

  static final String DOCTYPE = "Issue";
  static final String TYPE = "Compliance Alert";
  static final String SUBJECT = "subject";
  static final String PRIORITY = "priority";

  /** Frappe's limit for the field, in code points. */
  private static final int LONGEST_SUBJECT = 140;

  /** S1.32. */
  private static final int HIGH_FROM = 3;

  private final SettingsBook settings;
  private final Texts texts;

  AlertIssue(final SettingsBook settings, final Texts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  Post post(
      final MessageEvent event,
      final @Nullable Conversation conversation,
      final Reference reference) {
    final var current = settings.current(event.origin().organization());
    final var text = new AlertText(texts, current, event, conversation, reference);
    return new Post(
        DOCTYPE,
        "Support Team",
        Map.of(
            SUBJECT,
            subject(text.title(), reference),
            "description",
            text.description(),
            "issue_type",
            TYPE,
            PRIORITY,
            event.verdict().flagCount() >= HIGH_FROM ? "High" : "Medium"));
  }

  /** A title is no HTML, but it is shown in places that take it for such. */
  private static String subject(final String title, final Reference reference) {
    final String safe = title.replaceAll("[<>\\p{Cntrl}]", " ");
    final int room = LONGEST_SUBJECT - 1 - reference.value().length();
    final int kept = Math.min(room, safe.codePointCount(0, safe.length()));
    return safe.substring(0, safe.offsetByCodePoints(0, kept)) + " " + reference.value();
  }
}
