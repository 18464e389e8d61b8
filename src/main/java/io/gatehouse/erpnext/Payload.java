package io.gatehouse.erpnext;

import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.frappe.Fields;

/** What a webhook may carry. Fields that are absent or null are "". */
sealed interface Payload {

  /** What may be a message of a thread. */
  sealed interface Message extends Payload {}

  /**
   * The flat payload of S1.30, as a webhook's own template makes it.
   *
   * @param name of the Communication it tells of, or ""
   * @param also lists that only add to what is known (B23)
   */
  record Flat(
      String name,
      String issue,
      String text,
      Sender sender,
      Parties parties,
      Known also,
      Marks marks)
      implements Message {

    record Sender(Role role, String email) {}

    record Parties(String client, String advisor) {}
  }

  /**
   * Frappe's Communication document.
   *
   * @param sent whether it went to the customer
   */
  record Communication(Head head, boolean sent, String content) implements Message {}

  /**
   * Frappe's Comment document: how a customer replies on the portal.
   *
   * @param visibility whether the portal shows it to the customer
   */
  record Comment(Head head, Visibility visibility, String content) implements Message {

    enum Visibility {
      PUBLISHED,
      INTERNAL,
      /** The webhook does not send the field. */
      UNTOLD
    }
  }

  /** ERPNext's Issue document, when it is made and whenever it is saved. */
  record Issue(Fields fields) implements Payload {}

  /** A document that is no message. */
  record Other(String doctype) implements Message {}

  /**
   * What both documents have.
   *
   * @param type of the communication or comment
   * @param author e-mail address, or a user's name that is none ({@code Administrator})
   */
  record Head(String name, String type, About about, String author, Marks marks) {}

  /** The document it belongs to. */
  record About(String doctype, String name) {}

  /**
   * What tells where a document stands.
   *
   * @param owner the user who saved it
   * @param reference ours, in what we post: in a Comment's subject, which people's have empty, or
   *     in a field of our own that nobody is shown
   * @param issueType of the thread's Issue, where the webhook's template adds it
   * @param project of the thread's Issue, likewise
   * @param written when, in the site's own words
   */
  record Marks(String owner, String reference, String issueType, String project, String written) {}
}
