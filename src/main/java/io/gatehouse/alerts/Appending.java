package io.gatehouse.alerts;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.alerts.Desk.Sight;
import io.gatehouse.alerts.Matters.Matter;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Creation;
import io.gatehouse.frappe.Post;
import io.gatehouse.frappe.Posts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;

/** Adds a further strike to an alert that the desk has, unless the desk is done with it. */
@Singleton
final class Appending {

  private final Posts posts;
  private final Desk desk;
  private final AlertIssue texts;
  private final Notes notes;
  private final SiteWord word;
  private final Clock clock;

  Appending(
      final Posts posts,
      final Desk desk,
      final AlertIssue texts,
      final Notes notes,
      final SiteWord word,
      final Clock clock) {
    this.posts = posts;
    this.desk = desk;
    this.texts = texts;
    this.notes = notes;
    this.word = word;
    this.clock = clock;
  }

  Outcome post(final Effect effect, final Matter matter, final AlertRow alert) {
    final String issue = Objects.requireNonNull(alert.issue());
    final Post note = notes.on(issue, effect.reference(), texts.note(matter, effect.reference()));
    return posts.post(effect, note, site -> append(site, alert, issue, note));
  }

  private Outcome append(
      final Site site, final AlertRow alert, final String issue, final Post note) {
    return switch (desk.look(site, issue)) {
      case Sight.Open open -> raised(site, alert, issue, note);
      case Sight.Ended ended -> {
        word.ended(alert.organization(), issue);
        yield elsewhere();
      }
      case Sight.Gone gone -> {
        word.gone(alert.organization(), issue);
        yield elsewhere();
      }
      case Sight.Unseen unseen -> unseen.why();
    };
  }

  /** Nothing was posted yet; at its next turn, which is now, the message finds another alert. */
  private Outcome elsewhere() {
    return new Outcome.Wait("alert_ended", "The desk has closed the alert.", clock.instant());
  }

  /** The priority first: it may be set again, the Comment is only posted once. */
  private Outcome raised(
      final Site site, final AlertRow alert, final String issue, final Post note) {
    if (alert.strikes() >= AlertIssue.HIGH_FROM && !alert.high()) {
      final Outcome raised = desk.raise(site, issue);
      if (!(raised instanceof Outcome.Done)) {
        return raised;
      }
      word.raised(alert.id());
    }
    return Creation.outcome(posts.create(site, note), note.role());
  }
}
