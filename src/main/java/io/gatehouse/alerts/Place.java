package io.gatehouse.alerts;

/** Where a message that is to be alerted of belongs now. */
sealed interface Place {

  /** Its alert has no Issue yet, and making it is this message's. */
  record Opens() implements Place {}

  /** Its alert stands on the site. */
  record Joins(AlertRow alert) implements Place {}

  /** Another message's effect is making the Issue. */
  record Waits() implements Place {}

  /** Somebody had the last word on it before the desk was told. */
  record Decided() implements Place {}
}
