package io.gatehouse.events;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Twin;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Natural keys: which message is known by which name. Joins the running transaction. */
@Singleton
public class MessageKeys {

  private final KeyRepository keys;
  private final EventRepository events;
  private final Clock clock;

  MessageKeys(final KeyRepository keys, final EventRepository events, final Clock clock) {
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /** A name that an event is to have. */
  public record Claim(OrganizationId organization, NaturalKey key, UUID event) {}

  /**
   * Claims names for events, no name twice, in one round trip; waits for other transactions that
   * are claiming them.
   *
   * @return the events that have their names now; those of the others were known before
   */
  public Set<UUID> claim(final List<Claim> claims) {
    final Instant now = clock.instant();
    return Set.copyOf(keys.claim(claims.stream().map(claim -> row(claim, now)).toList(), now));
  }

  private static KeyRepository.Row row(final Claim claim, final Instant now) {
    final NaturalKey key = claim.key();
    final @Nullable Instant expires = key.keptFor() == null ? null : now.plus(key.keptFor());
    return new KeyRepository.Row(
        claim.organization().value(), key.source(), key.key(), claim.event(), expires);
  }

  /**
   * Finds out whether a message whose name was just claimed is the second telling of another one;
   * waits for another transaction that is finding out the same.
   *
   * @param name the claimed one; it leads to the other event from now on if there is one
   */
  public Optional<MessageEvent> twin(
      final OrganizationId organization, final NaturalKey name, final Twin twin, final UUID event) {
    claim(List.of(new Claim(organization, twin.words(), event)));
    if (claim(List.of(new Claim(organization, twin.own(), event))).isEmpty()
        && holder(organization, twin.own()).isPresent()) {
      return Optional.empty();
    }
    final Optional<MessageEvent> first = holder(organization, twin.other());
    first.ifPresent(
        told ->
            Stream.of(name, twin.own())
                .forEach(
                    key -> keys.point(organization.value(), key.source(), key.key(), told.id())));
    return first;
  }

  /** Those of the names of a source by which no message is known. */
  public Set<String> unknown(
      final OrganizationId organization, final String source, final List<String> names) {
    final Set<String> unknown = new LinkedHashSet<>(names);
    if (!names.isEmpty()) {
      keys.known(organization.value(), source, names).forEach(unknown::remove);
    }
    return unknown;
  }

  /** The message that is known by a name. */
  public Optional<MessageEvent> holder(final OrganizationId organization, final NaturalKey key) {
    return events.named(organization.value(), key.source(), key.key()).map(StoredEvent::toEvent);
  }
}
