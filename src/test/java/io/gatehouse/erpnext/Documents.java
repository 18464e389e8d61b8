package io.gatehouse.erpnext;

/** Documents as Frappe serialises them, on the Issue ISS-1. */
final class Documents {

  private Documents() {}

  /** By json.dumps, as v14 and v15 send it. */
  static String communication(
      final String name, final String direction, final String sender, final String html) {
    return """
        {"doctype": "Communication", "name": "%s", "owner": "%s", "docstatus": 0, "cc": null, \
        "communication_type": "Communication", "communication_medium": "Email", \
        "sent_or_received": "%s", "sender": "%s", "content": "%s", "reference_doctype": "Issue", \
        "reference_name": "ISS-1", "message_id": null, "seen": 0, "timeline_links": []}"""
        .formatted(name, sender, direction, sender, html);
  }

  /** By as_json, as newer versions send it. */
  static String comment(
      final String name, final String author, final int published, final String html) {
    return comment(name, author, published, "null", html);
  }

  static String comment(
      final String name,
      final String author,
      final int published,
      final String subject,
      final String html) {
    return """
        {
         "comment_by": null,
         "comment_email": "%s",
         "comment_type": "Comment",
         "content": "%s",
         "doctype": "Comment",
         "name": "%s",
         "owner": "%s",
         "published": %d,
         "reference_doctype": "Issue",
         "reference_name": "ISS-1",
         "subject": %s
        }"""
        .formatted(author, html, name, author, published, subject);
  }

  /** An Issue of the watched type, by as_json; more fields may be put in the place of one. */
  static String issue(
      final String raisedBy, final String modified, final String modifiedBy, final String html) {
    return """
        {
         "creation": "2026-03-02 09:30:00.482913",
         "customer": null,
         "description": "%s",
         "doctype": "Issue",
         "issue_type": "Accounting Support",
         "modified": "%s",
         "modified_by": "%s",
         "name": "ISS-1",
         "owner": "Guest",
         "project": null,
         "raised_by": "%s",
         "status": "Open",
         "subject": "My return",
         "via_customer_portal": 1
        }"""
        .formatted(html, modified, modifiedBy, raisedBy);
  }

  static String issue(final String raisedBy, final String html) {
    return issue(raisedBy, "2026-03-02 09:30:00.482913", raisedBy, html);
  }
}
