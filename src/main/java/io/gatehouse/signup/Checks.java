package io.gatehouse.signup;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Organizations;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.signup.Report.Checked;
import io.gatehouse.spam.Spam;
import io.gatehouse.spam.SpamDetector;
import io.gatehouse.spam.SpamKind;
import io.gatehouse.spamlog.Detection;
import io.gatehouse.spamlog.ReasonTexts;
import io.gatehouse.spamlog.SpamAction;
import io.gatehouse.spamlog.SpamLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Judges what an application asks about, by the settings of whoever asks, and logs what it finds.
 */
@Singleton
class Checks {

  private final SpamDetector detector;
  private final SettingsBook settings;
  private final Organizations organizations;
  private final SpamLog log;
  private final ReasonTexts texts;

  Checks(
      final SpamDetector detector,
      final SettingsBook settings,
      final Organizations organizations,
      final SpamLog log,
      final ReasonTexts texts) {
    this.detector = detector;
    this.settings = settings;
    this.organizations = organizations;
    this.log = log;
    this.texts = texts;
  }

  /** One text, of which no row is written (S2.22). */
  Checked live(final Caller caller, final SpamKind kind, final String text, final String language) {
    final Settings current = settings.current(caller.organization());
    final Spam spam = judge(current, kind, text);
    final SpamAction action = Occasion.SIGNUP.action(spam.verdict());
    return Checked.of(kind, spam, action, texts.of(current, spam.reasons(), language), null);
  }

  /**
   * Every text of a question; each detection is a row, all in one transaction.
   *
   * @throws io.gatehouse.base.Problem 404 when the organization is none the caller may speak of
   */
  @Transactional
  public Report check(final Caller caller, final Occasion occasion, final Question question) {
    final Settings current = settings.current(caller.organization());
    final Optional<OrganizationId> about = about(caller, occasion, question);
    final List<Checked> checked = new ArrayList<>();
    SpamAction gravest = SpamAction.ALLOWED;
    for (final SpamKind kind : question.texts().keySet()) {
      final String text = question.texts().getOrDefault(kind, "");
      final Spam spam = judge(current, kind, text);
      final SpamAction action = occasion.action(spam.verdict());
      final var found =
          new Detection(
              about,
              caller.organization(),
              question.subject(),
              kind,
              text,
              spam,
              action,
              question.address(),
              current.signup().keep());
      final UUID row = spam.score() > 0 ? log.add(found) : null;
      final var reasons = texts.of(current, spam.reasons(), question.language());
      checked.add(Checked.of(kind, spam, action, reasons, row));
      gravest = action.compareTo(gravest) < 0 ? action : gravest;
    }
    return Report.of(gravest, checked);
  }

  private Spam judge(final Settings current, final SpamKind kind, final String text) {
    return detector.judge(text, kind, current.signup().rules(), current.region());
  }

  /** A sign-up's organization is not there yet; an invitation is of whoever asks. */
  private Optional<OrganizationId> about(
      final Caller caller, final Occasion occasion, final Question question) {
    if (question.organization().isEmpty()) {
      return occasion == Occasion.INVITATION && !caller.is(Caller.OPERATOR)
          ? Optional.of(caller.organization())
          : Optional.empty();
    }
    final var named = new OrganizationId(question.organization().get());
    if (!caller.is(Caller.OPERATOR) && !named.equals(caller.organization())) {
      throw Organizations.unknown(named);
    }
    organizations.find(named);
    return Optional.of(named);
  }
}
