package io.gatehouse.alerts;

import io.gatehouse.alerts.Matters.Matter;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Posts;
import io.gatehouse.frappe.SiteHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells the desk of a flagged message (S1.4): by an Issue that only the desk can see or, where the
 * matter has one, by a Comment on it (B22). Which of them is decided when its turn comes.
 */
@Singleton
final class Alert implements SiteHandler {

  static final String KIND = "erpnext.alert";

  /** Says that somebody had decided on the message before its turn came. */
  private static final String NOTHING = "nothing to alert of";

  private static final Duration OPENING = Duration.ofSeconds(3);

  private final Matters matters;
  private final Alerts alerts;
  private final Opening opening;
  private final Appending appending;
  private final Posts posts;
  private final Clock clock;

  Alert(
      final Matters matters,
      final Alerts alerts,
      final Opening opening,
      final Appending appending,
      final Posts posts,
      final Clock clock) {
    this.matters = matters;
    this.alerts = alerts;
    this.opening = opening;
    this.appending = appending;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return matters
        .of(effect)
        .map(matter -> tell(effect, matter))
        .orElseGet(() -> new Outcome.Refused("no_event", "Its message is not there any more."));
  }

  private Outcome tell(final Effect effect, final Matter matter) {
    return switch (alerts.place(matter)) {
      case Place.Opens opens -> opening.post(effect, matter);
      case Place.Joins joins -> appending.post(effect, matter, joins.alert());
      case Place.Waits waits ->
          new Outcome.Wait(
              "alert_opening",
              "The alert is being opened for another message.",
              clock.instant().plus(OPENING));
      case Place.Decided decided -> new Outcome.Done(NOTHING);
    };
  }

  /** Which of the two it was can be told, but for one that was given up and sent round again. */
  @Override
  public Outcome reconcile(final Effect effect) {
    final boolean opening = effect.event() == null || alerts.opening(effect.event());
    final Outcome likely = opening ? issue(effect) : note(effect);
    if (!(likely instanceof Outcome.Later)) {
      return likely;
    }
    return opening ? note(effect) : issue(effect);
  }

  private Outcome issue(final Effect effect) {
    return posts.find(effect, AlertIssue.DOCTYPE, AlertIssue.SUBJECT);
  }

  private Outcome note(final Effect effect) {
    return posts.find(effect, Notes.DOCTYPE, Notes.CONTENT);
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (effect.event() == null) {
      return;
    }
    if (outcome instanceof final Outcome.Done done && !done.providerId().equals(NOTHING)) {
      alerts.shown(effect.event(), done.providerId(), opening.high(effect));
    } else {
      alerts.openingFailed(effect.event());
    }
  }
}
