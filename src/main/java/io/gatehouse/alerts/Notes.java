package io.gatehouse.alerts;

import io.gatehouse.base.Reference;
import io.gatehouse.frappe.Post;
import jakarta.inject.Singleton;
import java.util.Map;

/** Comments on an alert's Issue, for the desk alone: they are not published. */
@Singleton
final class Notes {

  static final String DOCTYPE = "Comment";
  static final String CONTENT = "content";

  private static final String ROLE = "Website Manager";

  /** The subject, which people's Comments do not have, tells us our own (B14). */
  Post on(final String issue, final Reference reference, final String html) {
    return new Post(
        DOCTYPE,
        ROLE,
        Map.of(
            "comment_type",
            "Comment",
            "reference_doctype",
            AlertIssue.DOCTYPE,
            "reference_name",
            issue,
            "published",
            0,
            "subject",
            reference.value(),
            Post.KEY,
            reference.value(),
            CONTENT,
            html));
  }
}
