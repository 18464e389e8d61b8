package io.gatehouse.signup;

import io.gatehouse.limits.Action;
import io.gatehouse.spam.Verdict;
import io.gatehouse.spamlog.SpamAction;

/** When names are given, and what is then done about spam. */
enum Occasion {
  /** Never blocks; what is found is flagged (S2.19). */
  SIGNUP,
  /** Blocks what is obvious and allows the rest for review (S2.18). */
  INVITATION;

  /** How often it may come. */
  Action limit() {
    return switch (this) {
      case SIGNUP -> Action.ORG_CREATION;
      case INVITATION -> Action.INVITE_ATTEMPT;
    };
  }

  SpamAction action(final Verdict verdict) {
    return switch (verdict) {
      case NONE -> SpamAction.ALLOWED;
      case SUSPICIOUS -> SpamAction.FLAGGED;
      case OBVIOUS -> this == INVITATION ? SpamAction.BLOCKED : SpamAction.FLAGGED;
    };
  }
}
