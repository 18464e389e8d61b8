package io.gatehouse.erpnext;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.policy.Step;
import io.gatehouse.thread.NoticeTexts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds the answer from the recorded event alone, so that a repeat is answered byte for byte as
 * the first time (unless the organization has changed its wording in between).
 */
@Singleton
final class Answers {

  private final SettingsBook settings;
  private final Texts texts;

  Answers(final SettingsBook settings, final Texts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  Answer.Screened to(final MessageEvent event) {
    return event.verdict().flagged() ? flagged(event) : Answer.Screened.CLEAN;
  }

  private Answer.Screened flagged(final MessageEvent event) {
    final Step step = event.verdict().decision().step();
    return new Answer.Screened(
        true,
        flags(event),
        step.wire(),
        event.verdict().flagCount(),
        warning(settings.current(event.origin().organization()), step.wire()));
  }

  private String warning(final Settings current, final String step) {
    return texts.render(current, NoticeTexts.banner(step), "", Map.of());
  }

  private static List<Answer.Flag> flags(final MessageEvent event) {
    return event.verdict().findings().stream()
        .map(finding -> flag(finding, event.content().text()))
        .toList();
  }

  private static Answer.Flag flag(final Finding finding, final String text) {
    final String matched = finding.span().in(text);
    return new Answer.Flag(
        finding.type().wire(),
        finding.type() == FindingClass.EMAIL_ADDRESS ? matched.toLowerCase(Locale.ROOT) : matched,
        category(finding.type()));
  }

  /** S1.15, which knows no url. */
  private static String category(final FindingClass type) {
    return switch (type) {
      case PHONE_NUMBER, EMAIL_ADDRESS, SOCIAL_MEDIA, URL -> "direct_contact";
      case MESSAGING_PLATFORM -> "platform_bypass";
      case BYPASS_LANGUAGE -> "bypass_intent";
      case PAYMENT_BYPASS -> "payment_bypass";
    };
  }
}
