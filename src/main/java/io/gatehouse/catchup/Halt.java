package io.gatehouse.catchup;

import io.gatehouse.frappe.Trouble;

/** Ends the look at an organization's lists; what was not reached is looked at the next time. */
final class Halt extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  Halt(final Trouble trouble) {
    super(trouble.code(), null, false, false);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
