package io.gatehouse.intercept;

/** Why we close a connection; the codes are our own (RFC 6455 §7.4.2), like their HTTP kin. */
enum Ending {
  KEY_ENDED(4401, "the key was revoked or has expired"),
  SUSPENDED(4403, "the organization is suspended"),
  SILENT(4408, "two pings were not answered"),
  ANSWERS_UNREAD(4413, "answers were not read"),
  TOO_MANY(4429, "too many connections");

  private final int code;
  private final String reason;

  Ending(final int code, final String reason) {
    this.code = code;
    this.reason = reason;
  }

  int code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
