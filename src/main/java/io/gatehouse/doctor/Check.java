package io.gatehouse.doctor;

import io.gatehouse.base.OrganizationId;

/** One thing that must be right; implemented by the feature that knows. */
public interface Check {

  /** Stable, snake_case, such as {@code erpnext_roles}; they are shown in its order. */
  String name();

  /** Looks. May ask a provider, read-only, and takes a few seconds at most. */
  Finding look(OrganizationId organization);

  /**
   * What was found.
   *
   * @param detail what was seen, with figures; no secret and no message text
   * @param next what to do about it, "" when nothing
   */
  record Finding(State state, String detail, String next) {

    public static Finding fine(final String detail) {
      return new Finding(State.FINE, detail, "");
    }

    public static Finding skipped(final String detail) {
      return new Finding(State.SKIPPED, detail, "");
    }
  }

  /** How grave it is. */
  enum State {
    FINE,
    /** Does not apply here, a sandbox for example. */
    SKIPPED,
    /** Works, with less than it could. */
    NOTE,
    /** Something is lost or not done. */
    TROUBLE
  }
}
