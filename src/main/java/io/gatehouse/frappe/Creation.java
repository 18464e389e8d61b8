package io.gatehouse.frappe;

import io.gatehouse.effects.Outcome;
import java.util.Set;

/**
 * What an answer to a POST means for the effect it belongs to. Told apart by status and exc_type
 * only: messages are translated.
 */
public final class Creation {

  /** The transaction was rolled back and may simply be repeated. */
  private static final Set<String> ROLLED_BACK = Set.of("QueryDeadlockError", "QueryTimeoutError");

  private static final Set<Integer> PASSING = Set.of(429, 503);

  private Creation() {}

  /**
   * @param role what the user needs for this type of document, told when permission is missing
   */
  public static Outcome outcome(final Reply reply, final String role) {
    return switch (reply) {
      case Reply.Unreached unreached -> new Outcome.Later("unreached", unreached.cause(), null);
      case Reply.Lost lost -> new Outcome.Unknown(lost.cause());
      case Reply.Answered answered -> outcome(answered, role);
    };
  }

  /** Whether a document it links to does not exist: refused, nothing created. */
  public static boolean linkMissing(final Reply reply) {
    return reply instanceof final Reply.Answered answered
        && answered.status() == 417
        && answered.excType().equals("LinkValidationError");
  }

  private static Outcome outcome(final Reply.Answered answer, final String role) {
    final int status = answer.status();
    if (status < 300) {
      return answer.name().<Outcome>map(Outcome.Done::new).orElseGet(() -> unreadable(status));
    }
    if (PASSING.contains(status) || ROLLED_BACK.contains(answer.excType())) {
      return new Outcome.Later(code(answer), passing(status), answer.retryAfter());
    }
    return status < 500
        ? new Outcome.Refused(code(answer), advice(status, role))
        : new Outcome.Unknown("the site answered " + code(answer));
  }

  private static Outcome unreadable(final int status) {
    return new Outcome.Unknown("the site answered " + status + " without naming a document");
  }

  private static String code(final Reply.Answered answer) {
    return answer.excType().isEmpty() ? "http_" + answer.status() : answer.excType();
  }

  /** Frappe answers 503 in maintenance before it does anything, a proxy when nobody is behind. */
  private static String passing(final int status) {
    return switch (status) {
      case 429 -> "The site asks for fewer requests.";
      case 503 -> "The site is in maintenance or not running.";
      default -> "The site's database was busy; nothing was saved.";
    };
  }

  private static String advice(final int status, final String role) {
    return switch (status) {
      case 401 ->
          "The site does not know the API key: check ERPNEXT_API_KEY and ERPNEXT_API_SECRET.";
      case 403 -> "The gateway's user lacks the role " + role + ": add it in the site's user list.";
      case 404 -> "The site or the document's thread does not exist: check ERPNEXT_URL.";
      case 409 -> "A document of that name exists.";
      case 417 -> "The site does not accept the document; its error log says why.";
      default ->
          status < 400
              ? "The site redirects: set ERPNEXT_URL to its final address."
              : "The site refused the request.";
    };
  }
}
