package io.gatehouse.alerts;

import io.gatehouse.alerts.Matters.Matter;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Post;
import io.gatehouse.frappe.Posts;
import jakarta.inject.Singleton;

/** Makes the Issue of a new alert. */
@Singleton
final class Opening {

  private final Posts posts;
  private final AlertIssue issue;
  private final AlertCreation creation;
  private final Matters matters;

  Opening(
      final Posts posts,
      final AlertIssue issue,
      final AlertCreation creation,
      final Matters matters) {
    this.posts = posts;
    this.issue = issue;
    this.creation = creation;
    this.matters = matters;
  }

  Outcome post(final Effect effect, final Matter matter) {
    final Post post = issue.post(matter, effect.reference());
    return posts.post(effect, post, site -> creation.create(site, post));
  }

  /** Whether the Issue an effect made was given high priority. */
  boolean high(final Effect effect) {
    return matters.of(effect).map(matter -> AlertIssue.high(matter.event())).orElse(false);
  }
}
