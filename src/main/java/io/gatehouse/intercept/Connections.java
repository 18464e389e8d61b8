package io.gatehouse.intercept;

import io.gatehouse.base.Caller;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The connections that are open. */
@Singleton
class Connections implements ConnectionCount {

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<UUID, Integer> byKey = new ConcurrentHashMap<>();
  private final InterceptSettings settings;

  Connections(final InterceptSettings settings) {
    this.settings = settings;
  }

  @Override
  public int open() {
    return open.size();
  }

  /** False when there are as many as there may be. */
  boolean admit(final Connection connection) {
    final Caller caller = connection.caller();
    final int ofKey = byKey.merge(caller.key(), 1, Integer::sum);
    open.add(connection);
    if (ofKey > most(caller) || open.size() > settings.connections()) {
      leave(connection);
      return false;
    }
    return true;
  }

  void leave(final Connection connection) {
    if (open.remove(connection)) {
      byKey.computeIfPresent(
          connection.caller().key(), (key, count) -> count == 1 ? null : count - 1);
    }
  }

  Set<Connection> all() {
    return Set.copyOf(open);
  }

  Set<UUID> keys() {
    return open.stream().map(connection -> connection.caller().key()).collect(Collectors.toSet());
  }

  private int most(final Caller caller) {
    return caller.bound().isPresent()
        ? settings.connectionsPerParticipant()
        : settings.connectionsPerKey();
  }
}
