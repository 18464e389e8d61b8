package io.gatehouse.policy;

import io.gatehouse.base.Role;

/**
 * Who sent a message and what happened before.
 *
 * @param strikes flagged messages of the pair inside the window, this one not counted (B17)
 * @param escalateAt the strike that escalates; 3 by S1.29
 */
public record Standing(Role sender, int strikes, int escalateAt) {

  Step step() {
    return strikes + 1 >= escalateAt ? Step.ESCALATION : Step.WARNING;
  }
}
