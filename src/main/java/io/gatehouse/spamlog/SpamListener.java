package io.gatehouse.spamlog;

import io.gatehouse.base.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Told of each new row of the log, in the transaction that writes it: what it throws undoes it. */
public interface SpamListener {

  void logged(Logged row);

  /**
   * A row of the log.
   *
   * @param organization empty where there is none yet (B32)
   * @param score 0 to 100
   */
  record Logged(
      UUID id,
      Optional<OrganizationId> organization,
      int score,
      boolean highRisk,
      SpamAction action,
      Instant at) {}
}
