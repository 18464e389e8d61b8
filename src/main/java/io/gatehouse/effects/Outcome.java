package io.gatehouse.effects;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an attempt: a provider's failure is a value with a next step, no exception. */
public sealed interface Outcome {

  /**
   * It is done.
   *
   * @param providerId the provider's name for it (a MessageSid, a document name)
   */
  record Done(String providerId) implements Outcome {}

  /** The provider said no, and would say no again; the owner is told. */
  record Refused(String code, String reason) implements Outcome {}

  /**
   * It certainly was not done and may be tried again.
   *
   * @param after what the provider asked for (Retry-After), or null for the ledger's own backoff
   */
  record Later(String code, String reason, @Nullable Duration after) implements Outcome {}

  /**
   * It certainly was not done, and trying again is no use before somebody has set something right.
   * Parked at once; sent round again by code. The feature that answers it tells the owner, once for
   * all that stop for the same reason.
   */
  record Stopped(String code, String reason) implements Outcome {}

  /**
   * Its turn has not come: nothing was tried, and no attempt is counted.
   *
   * @param until when it comes; {@link Effect#last} has the code then
   */
  record Wait(String code, String reason, Instant until) implements Outcome {}

  /** It may or may not have been done: never repeated blindly, reconciled or parked. */
  record Unknown(String cause) implements Outcome {}
}
