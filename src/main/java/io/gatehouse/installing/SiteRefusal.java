package io.gatehouse.installing;

import io.gatehouse.frappe.Reply;

/** The site did not do what its administrator asked for; the message says what to do. */
final class SiteRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private SiteRefusal(final String reason) {
    super(reason, null, false, false);
  }

  /**
   * @param role what the user needs for what was asked
   */
  static SiteRefusal of(final Reply reply, final String role) {
    return new SiteRefusal(
        switch (reply) {
          case Reply.Unreached unreached -> Reasons.text("unreached", unreached.cause());
          case Reply.Lost lost -> Reasons.text("lost", lost.cause());
          case Reply.Answered answered -> reason(answered, role);
        });
  }

  /** By status and exc_type: what the site writes is translated. */
  private static String reason(final Reply.Answered answer, final String role) {
    final int status = answer.status();
    final String code = answer.excType().isEmpty() ? "HTTP " + status : answer.excType();
    final String kind =
        switch (status) {
          case 401, 404, 409, 417, 429, 503 -> String.valueOf(status);
          case 403 -> "403";
          default -> status < 300 ? "unreadable" : status < 400 ? "redirect" : "other";
        };
    return Reasons.text(kind, status == 403 ? role : code);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
