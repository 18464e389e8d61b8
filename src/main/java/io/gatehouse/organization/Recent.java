package io.gatehouse.organization;

import io.gatehouse.base.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read a moment ago, so that a message costs no round trip for it. What this instance
 * changes it forgets at once; what another one changes is seen here within {@link #AGE}.
 */
public final class Recent<V> {

  static final Duration AGE = Duration.ofSeconds(5);

  private final Map<OrganizationId, Entry<V>> entries = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final Clock clock;
  private final Function<OrganizationId, V> read;

  private record Entry<V>(V value, Instant readAt) {}

  /**
   * @param read throws when there is no such organization, so that nothing is kept for it
   */
  public Recent(final Clock clock, final Function<OrganizationId, V> read) {
    this.clock = clock;
    this.read = read;
  }

  public V get(final OrganizationId organization) {
    final Instant now = clock.instant();
    final Entry<V> entry = entries.get(organization);
    if (entry != null && Duration.between(entry.readAt(), now).compareTo(AGE) < 0) {
      return entry.value();
    }
    final long before = changes.get();
    final Entry<V> fresh = new Entry<>(read.apply(organization), now);
    entries.put(organization, fresh);
    if (changes.get() != before) {
      // It may have been read just before the change.
      entries.remove(organization, fresh);
    }
    return fresh.value();
  }

  public void forget(final OrganizationId organization) {
    changes.incrementAndGet();
    entries.remove(organization);
  }

  public void forgetAll() {
    changes.incrementAndGet();
    entries.clear();
  }
}
