package io.gatehouse.backlog;

import io.gatehouse.base.OrganizationId;
import java.time.Instant;
import java.util.UUID;

/** One line of the journal. */
sealed interface Note {

  /**
   * A message came in.
   *
   * @param lane the same for all of a thread
   */
  record Kept(UUID id, int lane, Instant at, OrganizationId organization, byte[] sealed)
      implements Note {}

  /** A message needs no keeping any more. */
  record Gone(UUID id) implements Note {}

  /** What an owner is still to be told of, in place of all that was counted before. */
  record Total(OrganizationId organization, Tally tally) implements Note {}
}
