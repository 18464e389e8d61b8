package io.gatehouse.fakesite;

/** How Frappe says no: a status and the name of an exception; its words are translated. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String excType;

  Refusal(final int status, final String excType) {
    super(excType, null, false, false);
    this.status = status;
    this.excType = excType;
  }

  static Refusal forbidden() {
    return new Refusal(403, "PermissionError");
  }

  static Refusal missing() {
    return new Refusal(404, "DoesNotExistError");
  }

  /** Everything that is wrong with a document itself is 417. */
  static Refusal invalid(final String excType) {
    return new Refusal(417, excType);
  }

  int status() {
    return status;
  }

  /** As v14 and v15 answer. */
  String body() {
    return """
        {"exc_type":"%s","exc":"[\\"Traceback\\"]",\
        "_server_messages":"[\\"{\\\\\\"message\\\\\\": \\\\\\"Nicht erlaubt\\\\\\"}\\"]"}"""
        .formatted(excType);
  }
}
