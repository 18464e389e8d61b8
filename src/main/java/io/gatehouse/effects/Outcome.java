package io.gatehouse.effects;

import java.time.Duration;
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

  /** It may or may not have been done: never repeated blindly, reconciled or parked. */
  record Unknown(String cause) implements Outcome {}
}
