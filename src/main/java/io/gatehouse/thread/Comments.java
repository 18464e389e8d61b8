package io.gatehouse.thread;

import io.gatehouse.base.Reference;
import io.gatehouse.frappe.Post;
import io.gatehouse.web.Html;
import java.util.Map;

/**
 * What the gateway says in a thread: a published Comment and no Communication. A Communication that
 * the customer should see must name their login among its recipients, counts as the first response
 * when it is Sent and reopens the Issue and its SLA when it is Received; a Comment does none of
 * this, mails nobody without an @mention, and is shown on the portal when {@code published} is 1
 * (v14 to v16: frappe/website/utils.py, communication.py). Its price is the role Website Manager.
 */
public final class Comments {

  public static final String DOCTYPE = "Comment";

  /** The role that may write and delete them. */
  public static final String ROLE = "Website Manager";

  /** The field in which the reference is found again. */
  public static final String MARKED = "content";

  private Comments() {}

  /**
   * The reference stands in a field that people cannot write, by which we know our own (B14); in
   * the unique one, where the site has it, so that the site itself takes it once only; and to be
   * spoken of.
   */
  public static Post post(final String issue, final Reference reference, final String html) {
    return new Post(
        DOCTYPE,
        ROLE,
        Map.of(
            "comment_type",
            "Comment",
            "reference_doctype",
            "Issue",
            "reference_name",
            issue,
            "published",
            1,
            "subject",
            reference.value(),
            Post.KEY,
            reference.value(),
            MARKED,
            html + Html.paragraph(reference.value())));
  }
}
