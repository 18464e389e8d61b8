package io.gatehouse.alerts;

import io.gatehouse.alerts.Matters.Matter;
import io.gatehouse.base.Reference;
import io.gatehouse.effects.Effect;
import io.gatehouse.events.Attempt;
import io.gatehouse.events.Events;
import io.gatehouse.frappe.Post;
import io.gatehouse.inbox.Links;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.web.Html;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
  static final String HIGH = "High";
  static final String ROLE = "Support Team";

  /** Where a site that was prepared for us keeps the reference of what we post. */

  /** Frappe's limit for the field, in code points. */
  private static final int LONGEST_SUBJECT = 140;

  /** S1.32. */
  static final int HIGH_FROM = 3;

  private final SettingsBook settings;
  private final Texts texts;
  private final Links links;
  private final Events events;

  AlertIssue(
      final SettingsBook settings, final Texts texts, final Links links, final Events events) {
    this.settings = settings;
    this.texts = texts;
    this.links = links;
    this.events = events;
  }

  Post post(final Matter matter, final Reference reference) {
    final AlertText text = text(matter, reference);
    return new Post(
        DOCTYPE,
        ROLE,
        Map.of(
            SUBJECT,
            subject(text.title(), reference),
            "description",
            text.description(),
            "issue_type",
            TYPE,
            PRIORITY,
            high(matter.event()) ? HIGH : "Medium",
            Post.KEY,
            reference.value()));
  }

  static boolean high(final MessageEvent event) {
    return event.verdict().flagCount() >= HIGH_FROM;
  }

  /** What a Comment says of a further message of the same matter. */
  String note(final Matter matter, final Reference reference) {
    return text(matter, reference).note();
  }

  /** What a Comment says when everything was decided: by whom and why. */
  String closure(final Effect effect) {
    final var current = settings.current(effect.organization());
    final var last = Optional.ofNullable(effect.event()).flatMap(events::attempt);
    final Function<String, String> words = key -> texts.render(current, key, "", Map.of());
    return Html.paragraph(words.apply("alert.closed"))
        + line(words.apply("alert.closed_by"), last.map(Attempt::resolvedBy))
        + line(words.apply("alert.closed_reason"), last.map(Attempt::reason))
        + Html.paragraph(effect.reference().value());
  }

  private static String line(final String label, final Optional<String> value) {
    return value.map(known -> Html.line(label, known)).orElse("");
  }

  private AlertText text(final Matter matter, final Reference reference) {
    final var current = settings.current(matter.event().origin().organization());
    final @Nullable String link = links.outside(matter.event().id()).orElse(null);
    return new AlertText(texts, current, matter.event(), matter.conversation(), reference, link);
  }

  /** A title is no HTML, but it is shown in places that take it for such. */
  private static String subject(final String title, final Reference reference) {
    final String safe = title.replaceAll("[<>\\p{Cntrl}]", " ");
    final int room = LONGEST_SUBJECT - 1 - reference.value().length();
    final int kept = Math.min(room, safe.codePointCount(0, safe.length()));
    return safe.substring(0, safe.offsetByCodePoints(0, kept)) + " " + reference.value();
  }
}
