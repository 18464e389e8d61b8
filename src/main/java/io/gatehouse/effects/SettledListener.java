package io.gatehouse.effects;

/** Hears of effects that came to an end without being done, so that their owner is told. */
public interface SettledListener {

  /**
   * Called inside the transaction that records it; an exception undoes that too.
   *
   * @param state refused, parked or expired
   */
  void undone(Effect effect, Effect.State state, Outcome outcome);
}
