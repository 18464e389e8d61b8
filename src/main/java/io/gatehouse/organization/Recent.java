package io.gatehouse.organization;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.outage.DatabaseAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read a moment ago, so that a message costs no round trip for it. What this instance
 * changes it reads again at once; what another one changes is seen here within an age, {@link #AGE}
 * unless told, and the time it takes to read. While the database is away, what was known last is
 * still answered.
 */
public final class Recent<V> {

  static final Duration AGE = Duration.ofSeconds(5);

  private final Map<OrganizationId, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Set<OrganizationId> reading = ConcurrentHashMap.newKeySet();
  private final AtomicLong changes = new AtomicLong();
  private final Clock clock;
  private final Duration age;
  private final Function<OrganizationId, V> read;

  /**
   * @param askedAt when it was read, or was to be read while the database was away
   * @param changed whether it is only good while nothing better can be read
   */
  private record Entry<V>(V value, Instant askedAt, boolean changed) {

    boolean younger(final Duration age, final Instant now) {
      return !changed && Duration.between(askedAt, now).compareTo(age) < 0;
    }

    Entry<V> askedFor(final Instant now) {
      return new Entry<>(value, now, changed);
    }

    Entry<V> outdated() {
      return new Entry<>(value, askedAt, true);
    }
  }

  /**
   * @param read throws a {@link Problem} when there is no such organization, so that nothing is
   *     kept for it
   */
  public Recent(final Clock clock, final Function<OrganizationId, V> read) {
    this(clock, AGE, read);
  }

  /**
   * @param age how old a value may be
   */
  public Recent(final Clock clock, final Duration age, final Function<OrganizationId, V> read) {
    this.clock = clock;
    this.age = age;
    this.read = read;
  }

  /**
   * @throws RuntimeException when it cannot be read and never was
   */
  public V get(final OrganizationId organization) {
    final Instant now = clock.instant();
    final @Nullable Entry<V> entry = entries.get(organization);
    if (entry != null && entry.younger(age, now)) {
      return entry.value();
    }
    final boolean first = reading.add(organization);
    try {
      // One waits for what it reads, or for a database that does not answer; others need not.
      return !first && entry != null && entry.younger(age.multipliedBy(2), now)
          ? entry.value()
          : read(organization, entry, now);
    } finally {
      if (first) {
        reading.remove(organization);
      }
    }
  }

  /**
   * What was read last, however long ago, for whoever must not wait: nothing is read but what never
   * was, or was changed by this instance since.
   *
   * @throws RuntimeException when it cannot be read and never was
   */
  public V known(final OrganizationId organization) {
    final @Nullable Entry<V> entry = entries.get(organization);
    return entry == null || entry.changed() ? get(organization) : entry.value();
  }

  private V read(
      final OrganizationId organization, final @Nullable Entry<V> last, final Instant now) {
    final long before = changes.get();
    try {
      final Entry<V> fresh = new Entry<>(read.apply(organization), now, false);
      entries.put(organization, fresh);
      if (changes.get() != before) {
        // It may have been read just before the change.
        entries.replace(organization, fresh, fresh.outdated());
      }
      return fresh.value();
    } catch (final Problem unknown) {
      entries.remove(organization);
      throw unknown;
    } catch (final RuntimeException failed) {
      if (last == null || !DatabaseAway.causes(failed)) {
        throw failed;
      }
      entries.replace(organization, last, last.askedFor(now));
      return last.value();
    }
  }

  public void forget(final OrganizationId organization) {
    changes.incrementAndGet();
    entries.computeIfPresent(organization, (same, entry) -> entry.outdated());
  }

  public void forgetAll() {
    changes.incrementAndGet();
    entries.replaceAll((same, entry) -> entry.outdated());
  }
}
