package io.gatehouse.erpnext;

import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;

/** What a webhook may carry. Fields that are absent or null are "". */
sealed interface Payload {

  /**
   * The flat payload of S1.30, as a webhook's own template makes it.
   *
   * @param name of the Communication it tells of, or ""
   * @param also lists that only add to what is known (B23)
   */
  record Flat(String name, String issue, String text, Sender sender, Parties parties, Known also)
      implements Payload {

    record Sender(Role role, String email) {}

    record Parties(String client, String advisor) {}
  }

  /**
   * Frappe's Communication document.
   *
   * @param sent whether it went to the customer
   */
  record Communication(Head head, boolean sent, String content) implements Payload {}

  /**
   * Frappe's Comment document: how a customer replies on the portal.
   *
   * @param visibility whether the portal shows it to the customer
   * @param subject empty in Comments that people write, the reference in ours
   */
  record Comment(Head head, Visibility visibility, String subject, String content)
      implements Payload {

    enum Visibility {
      PUBLISHED,
      INTERNAL,
      /** The webhook does not send the field. */
      UNTOLD
    }
  }

  /** A document that is no message. */
  record Other(String doctype) implements Payload {}

  /**
   * What both documents have.
   *
   * @param type of the communication or comment
   * @param author e-mail address, or a user's name that is none ({@code Administrator})
   */
  record Head(String name, String type, About about, String author) {}

  /** The document it belongs to. */
  record About(String doctype, String name) {}
}
