package io.gatehouse.limits;

/** What people may do only so often (S2.6). */
public enum Action {
  /** Somebody is invited. */
  INVITE_ATTEMPT("invite_attempt"),

  /** Somebody signs up, or founds an organization. */
  ORG_CREATION("org_creation");

  private final String wire;

  Action(final String wire) {
    this.wire = wire;
  }

  /** Its name in tables, answers and figures. */
  public String wire() {
    return wire;
  }
}
