package io.gatehouse.effects;

/** Carries out one kind of effect; implemented by the feature that speaks with the provider. */
public interface EffectHandler {

  /** The {@link NewEffect#kind} it answers for. */
  String kind();

  /**
   * Does it. Runs on a virtual thread with no transaction open; the attempt is recorded before, so
   * that a crash in here is known afterwards. An exception counts as {@link Outcome.Unknown}. Give
   * every call outside a time-out of well under half a minute: an attempt whose process lost the
   * database for longer is taken for dead and reconciled elsewhere.
   */
  Outcome carryOut(Effect effect);

  /**
   * Finds out what became of an attempt whose outcome is unknown (a time-out, a crash). The default
   * cannot tell, which parks the effect for the owner after a few tries. {@link Outcome.Later} says
   * that it was certainly not done, and lets it be carried out again.
   */
  default Outcome reconcile(final Effect effect) {
    return new Outcome.Unknown("the outcome of the last attempt is not known");
  }

  /**
   * How often an unknown outcome is worth looking into, if that is more than the setting says: a
   * provider that may act minutes after it stopped answering wants more.
   */
  default int checks() {
    return 1;
  }

  /**
   * How often it is worth trying, if that is more than the setting says: what is worth hours of
   * trying should say when it is worthless, {@link NewEffect#expires}.
   */
  default int attempts() {
    return 1;
  }

  /**
   * Tells the feature about a final outcome, inside the transaction that records it: flags such as
   * {@code warning_sent} become true here and nowhere earlier (B20). An outcome that is {@code
   * Later}, {@code Stopped} or {@code Unknown} here means parked. An exception undoes the recording
   * too, and the effect is reconciled.
   */
  default void settled(final Effect effect, final Outcome outcome) {}
}
