package io.gatehouse.alerts;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.alerts.Desk.Sight;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Creation;
import io.gatehouse.frappe.Post;
import io.gatehouse.frappe.Posts;
import io.gatehouse.frappe.SiteHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Closes an alert's Issue once everything in it was decided here, and says by whom and why. */
@Singleton
final class AlertClosing implements SiteHandler {

  static final String KIND = "erpnext.alert_close";
  static final String ALERT = "alert";

  private static final Outcome.Done NOTHING = new Outcome.Done("nothing to close");
  private static final Duration OPENING = Duration.ofSeconds(3);

  private final Alerts alerts;
  private final Posts posts;
  private final Desk desk;
  private final Notes notes;
  private final AlertIssue texts;
  private final Clock clock;

  AlertClosing(
      final Alerts alerts,
      final Posts posts,
      final Desk desk,
      final Notes notes,
      final AlertIssue texts,
      final Clock clock) {
    this.alerts = alerts;
    this.posts = posts;
    this.desk = desk;
    this.notes = notes;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return alerts.find(alert(effect)).map(alert -> close(effect, alert)).orElse(NOTHING);
  }

  private Outcome close(final Effect effect, final AlertRow alert) {
    final String issue = alert.issue();
    if (issue == null) {
      return alert.opener() == null ? NOTHING : notYet();
    }
    final Post note = notes.on(issue, effect.reference(), texts.closure(effect));
    return posts.post(effect, note, site -> close(site, effect, issue, note));
  }

  private Outcome notYet() {
    return new Outcome.Wait(
        "alert_opening", "The alert is still being opened.", clock.instant().plus(OPENING));
  }

  /** Closed before its first attempt it was closed by the desk, and needs no word of ours. */
  private Outcome close(final Site site, final Effect effect, final String issue, final Post note) {
    return switch (desk.look(site, issue)) {
      case Sight.Open open -> {
        final Outcome closed = desk.close(site, issue);
        yield closed instanceof Outcome.Done ? comment(site, note) : closed;
      }
      case Sight.Ended ended -> effect.attempt() > 1 ? comment(site, note) : NOTHING;
      case Sight.Gone gone -> NOTHING;
      case Sight.Unseen unseen -> unseen.why();
    };
  }

  private Outcome comment(final Site site, final Post note) {
    return Creation.outcome(posts.create(site, note), note.role());
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return posts.find(effect, Notes.DOCTYPE, Notes.CONTENT);
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      alerts.closed(alert(effect), SiteWord.ERPNEXT);
    }
  }

  private static UUID alert(final Effect effect) {
    return UUID.fromString(effect.payload().getOrDefault(ALERT, ""));
  }
}
