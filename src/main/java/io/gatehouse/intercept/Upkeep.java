package io.gatehouse.intercept;

import io.gatehouse.access.ParticipantKeys;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.tenancy.SuspendedOrganizations;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What no request triggers: pings, keys that ended meanwhile, organizations that may not send any
 * more. Each instance looks after its own.
 */
@Singleton
class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Connections connections;
  private final ParticipantKeys keys;
  private final SuspendedOrganizations suspended;
  private final RateLimits limits;

  Upkeep(
      final Connections connections,
      final ParticipantKeys keys,
      final SuspendedOrganizations suspended,
      final RateLimits limits) {
    this.connections = connections;
    this.keys = keys;
    this.suspended = suspended;
    this.limits = limits;
  }

  @Scheduled(fixedDelay = "30s", initialDelay = "30s")
  void beat() {
    connections.all().forEach(connection -> connection.later(Connection::beat));
    limits.tidy();
  }

  /** B46: a key that was taken away is of no use half a minute later. */
  @Scheduled(fixedDelay = "30s", initialDelay = "45s")
  void checkKeys() {
    final Set<UUID> used = connections.keys();
    if (used.isEmpty()) {
      return;
    }
    try {
      endAllBut(keys.inUse(used));
    } catch (final RuntimeException away) {
      LOG.warn("keys of connections cannot be checked now: {}", away.getClass().getName());
    }
  }

  /**
   * Ends what was open when an organization was suspended; it is not let in again. What comes until
   * then waits for its owner.
   */
  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void checkOrganizations() {
    final Set<Connection> open = connections.all();
    if (open.isEmpty()) {
      return;
    }
    try {
      final Set<OrganizationId> out = suspended.now();
      open.stream()
          .filter(connection -> out.contains(connection.caller().organization()))
          .filter(connection -> !connection.caller().is(Caller.OPERATOR))
          .forEach(connection -> connection.later(one -> one.end(Ending.SUSPENDED)));
    } catch (final RuntimeException away) {
      LOG.debug("organizations cannot be checked now: {}", away.getClass().getName());
    }
  }

  private void endAllBut(final Set<UUID> inUse) {
    connections.all().stream()
        .filter(connection -> !inUse.contains(connection.caller().key()))
        .forEach(connection -> connection.later(one -> one.end(Ending.KEY_ENDED)));
  }
}
