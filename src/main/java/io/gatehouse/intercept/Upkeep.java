package io.gatehouse.intercept;

import io.gatehouse.access.ParticipantKeys;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What no request triggers: pings, keys that ended meanwhile. Each instance looks after its own.
 */
@Singleton
class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Connections connections;
  private final ParticipantKeys keys;
  private final RateLimits limits;

  Upkeep(final Connections connections, final ParticipantKeys keys, final RateLimits limits) {
    this.connections = connections;
    this.keys = keys;
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

  private void endAllBut(final Set<UUID> inUse) {
    connections.all().stream()
        .filter(connection -> !inUse.contains(connection.caller().key()))
        .forEach(connection -> connection.later(one -> one.end(Ending.KEY_ENDED)));
  }
}
