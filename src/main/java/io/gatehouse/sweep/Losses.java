package io.gatehouse.sweep;

import io.gatehouse.backlog.Entry;
import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Messages of which owners are yet to be told that they were answered and will not be recorded. */
@Singleton
public final class Losses {

  private final Map<OrganizationId, Long> untold = new HashMap<>();
  private long total;

  public synchronized void add(final Entry entry) {
    total++;
    untold.merge(entry.asked().organization(), 1L, Long::sum);
  }

  /** How many since the start. */
  public synchronized long total() {
    return total;
  }

  synchronized Map<OrganizationId, Long> untold() {
    return Map.copyOf(untold);
  }

  synchronized void told(final OrganizationId organization, final long messages) {
    untold.computeIfPresent(
        organization, (same, more) -> more == messages ? null : more - messages);
  }
}
