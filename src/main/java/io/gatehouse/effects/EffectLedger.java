package io.gatehouse.effects;

import java.util.List;

/** Where effects are ordered. */
public interface EffectLedger {

  /**
   * Adds effects to the running transaction: they are carried out, each exactly once, after it
   * commits and never if it rolls back. Wakes the workers right after the commit.
   */
  void add(List<NewEffect> effects);
}
