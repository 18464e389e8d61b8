package io.gatehouse.sending;

import io.gatehouse.base.Problem;
import io.gatehouse.conduct.AuthorTexts;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.policy.Decision;
import io.gatehouse.standings.Suspensions;
import io.gatehouse.tenancy.SuspendedOrganizations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the sender of a text is answered, from the recorded event alone. */
@Singleton
class Replies {

  private static final Set<EventState> HELD = Set.of(EventState.WITHHELD, EventState.DISMISSED);

  private final SettingsBook settings;
  private final Texts texts;

  Replies(final SettingsBook settings, final Texts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  /**
   * @throws Problem 403 when the text was withheld (S5.8), with what was found and a friendly text,
   *     or while the organization is suspended; 409 while the two people are (S1.6)
   */
  SentView to(final Outgoing message, final MessageEvent event) {
    if (SuspendedOrganizations.holds(event)) {
      throw SuspendedOrganizations.held(event);
    }
    if (Suspensions.holds(event) && !(event.verdict().decision() instanceof Decision.Block)) {
      throw suspended(event);
    }
    if (event.heldFor(Origin.MODERATION)
        && HELD.contains(event.state())
        && !(event.verdict().decision() instanceof Decision.Block)) {
      throw moderated(message, event);
    }
    if (event.heldFor(Origin.MODEL) && event.state() == EventState.WITHHELD) {
      return SentView.of(
          event, message.conversation(), say(message, event, AuthorTexts.WAITING, Map.of()));
    }
    return switch (event.verdict().decision()) {
      case Decision.Allow allow -> SentView.of(event, message.conversation(), null);
      case Decision.Warn warn ->
          SentView.of(event, message.conversation(), friendly(message, event));
      case Decision.Redact redact ->
          SentView.of(event, message.conversation(), friendly(message, event));
      case Decision.Block block -> throw blocked(message, event);
    };
  }

  private static Problem suspended(final MessageEvent event) {
    return Problem.conflict(
            "pair_suspended",
            "These two people are suspended. Nothing was sent; the owner may still release it.")
        .with("event", event.id().toString())
        .with("state", event.state().wire());
  }

  /** It is not refused for good, and nobody is accused: the category is the owner's to read. */
  private Problem moderated(final Outgoing message, final MessageEvent event) {
    return Problem.forbidden(
            "message_held", "Nothing was sent yet: a person reads this message first.")
        .with("event", event.id().toString())
        .with("state", event.state().wire())
        .with("text", say(message, event, AuthorTexts.held(event), Map.of()));
  }

  private Problem blocked(final Outgoing message, final MessageEvent event) {
    return Problem.forbidden("message_blocked", text(message, "block.", event))
        .with("event", event.id().toString())
        .with("state", event.state().wire())
        .with("decision", event.verdict().decision().wire())
        .with("step", event.verdict().decision().step().wire())
        .with("classes", classes(event))
        .with("findings", SentView.Found.in(event))
        .with("text", friendly(message, event));
  }

  private String friendly(final Outgoing message, final MessageEvent event) {
    return text(message, "warning.", event);
  }

  /** S5.13: by the kind of violation, if there is one kind only. */
  private String text(final Outgoing message, final String prefix, final MessageEvent event) {
    final List<String> classes = classes(event);
    final String kind = classes.size() == 1 ? classes.getFirst() : "several";
    return say(
        message,
        event,
        prefix + kind,
        Map.of("classes", String.join(",", classes), "outcome", outcome(event)));
  }

  private String say(
      final Outgoing message,
      final MessageEvent event,
      final String key,
      final Map<String, String> facts) {
    final Settings current = settings.current(event.origin().organization());
    return texts.render(current, key, message.language(), facts);
  }

  private static String outcome(final MessageEvent event) {
    return event.verdict().decision().plan().delivery().name().toLowerCase(Locale.ROOT);
  }

  private static List<String> classes(final MessageEvent event) {
    return event.verdict().findings().stream()
        .map(finding -> finding.type().wire())
        .distinct()
        .toList();
  }
}
