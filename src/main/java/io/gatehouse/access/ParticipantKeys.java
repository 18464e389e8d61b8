package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Ids;
import io.gatehouse.base.Role;
import io.gatehouse.base.Secret;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keys that an application lends to the people who chat (B46): each speaks for one person, does
 * nothing else, and ends by itself. They are not audited: whoever lends one could ask the same
 * things itself, and a busy application lends thousands a day.
 */
@Singleton
public class ParticipantKeys {

  private final ParticipantKeyRepository keys;
  private final Ids ids;
  private final Clock clock;

  ParticipantKeys(final ParticipantKeyRepository keys, final Ids ids, final Clock clock) {
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param key shown this once
   */
  public record Lent(UUID id, Secret key, Instant expiresAt) {}

  /**
   * @param by who lends it; its organization is the key's
   */
  @Transactional
  public Lent lend(final Caller by, final Caller.Bound bound, final Duration lasting) {
    final Secret key = KeyText.fresh();
    final UUID id = ids.next();
    final Instant now = clock.instant();
    final Instant until = now.plus(lasting);
    keys.add(
        id,
        by.organization().value(),
        "lent by " + by.name(),
        KeyText.hash(key.reveal()),
        now,
        bound.user(),
        bound.thread().orElse(null),
        bound.role().map(Role::wire).orElse(null),
        until);
    return new Lent(id, key, until);
  }

  /** Those of one or more keys, of any kind, that are neither revoked nor expired by now. */
  @Transactional
  public Set<UUID> inUse(final Collection<UUID> some) {
    final String joined = some.stream().map(UUID::toString).collect(Collectors.joining(","));
    return Set.copyOf(keys.inUse(joined, clock.instant()));
  }

  @Transactional
  void purge() {
    keys.purge(clock.instant());
  }
}
