package io.gatehouse.policy;

import io.gatehouse.base.Role;

/**
 * Who sent a message and what happened before.
 *
 * @param strikes flagged messages of the pair inside the window, this one not counted (B17)
 * @param escalateAt the strike that escalates; 3 by S1.29
 * @param spared told, but not counted: the first time, and all of it in a quote or a signature
 */
public record Standing(Role sender, int strikes, int escalateAt, boolean spared) {

  public Standing(final Role sender, final int strikes, final int escalateAt) {
    this(sender, strikes, escalateAt, false);
  }

  /** The pair's strikes once this message is flagged. */
  public int count() {
    return spared ? strikes : strikes + 1;
  }

  Step step() {
    return !spared && count() >= escalateAt ? Step.ESCALATION : Step.WARNING;
  }
}
