package io.gatehouse.alerts;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Creation;
import io.gatehouse.frappe.Post;
import io.gatehouse.frappe.Posts;
import io.gatehouse.frappe.Reply;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Creates an alert on a site that may lack what it links to. A missing link is refused before
 * anything is saved, so each next try is safe; which link is missing only a translated message
 * tells, so the Issue Type is made first and the priority left out last (B21).
 */
@Singleton
final class AlertCreation {

  private static final Post TYPE =
      new Post(
          "Issue Type",
          "Support Team or System Manager",
          Map.of("name", AlertIssue.TYPE, "description", "Opened by Gatehouse"));

  private static final int EXISTS = 409;

  private final Posts posts;

  AlertCreation(final Posts posts) {
    this.posts = posts;
  }

  Outcome create(final Site site, final Post alert) {
    final Reply reply = posts.create(site, alert);
    return Creation.linkMissing(reply)
        ? withType(site, alert)
        : Creation.outcome(reply, alert.role());
  }

  private Outcome withType(final Site site, final Post alert) {
    final Reply made = posts.create(site, TYPE);
    if (made instanceof final Reply.Answered answer && answer.status() == EXISTS) {
      return withoutPriority(site, alert);
    }
    return switch (Creation.outcome(made, TYPE.role())) {
      case Outcome.Done done -> again(site, alert);
      case Outcome.Refused refused -> refused;
      case Outcome.Later later -> later;
      case Outcome.Stopped stopped -> stopped;
      case Outcome.Wait wait -> wait;
      case Outcome.Unknown unknown -> new Outcome.Later("issue_type", unknown.cause(), null);
    };
  }

  private Outcome again(final Site site, final Post alert) {
    final Reply reply = posts.create(site, alert);
    return Creation.linkMissing(reply)
        ? withoutPriority(site, alert)
        : Creation.outcome(reply, alert.role());
  }

  private Outcome withoutPriority(final Site site, final Post alert) {
    return Creation.outcome(posts.create(site, alert.without(AlertIssue.PRIORITY)), alert.role());
  }
}
