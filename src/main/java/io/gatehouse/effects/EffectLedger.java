package io.gatehouse.effects;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where effects are ordered. */
public interface EffectLedger {

  /**
   * Adds effects to the running transaction: they are carried out, each exactly once, after it
   * commits and never if it rolls back. Wakes the workers right after the commit.
   */
  void add(List<NewEffect> effects);

  /**
   * Adds, to the running transaction, the same effect once more without a place in its
   * conversation's order, because what was done came to nothing afterwards.
   *
   * @param more is added to its payload
   */
  void repeat(UUID effect, Map<String, String> more, Instant notBefore);

  /**
   * Has an effect of unknown outcome looked into at once, parked ones too, because something came
   * to light. Nothing happens to any other. A transaction of its own.
   */
  void lookInto(UUID effect);
}
