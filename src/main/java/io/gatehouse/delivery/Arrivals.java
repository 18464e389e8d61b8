package io.gatehouse.delivery;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds the messages that reached the provider and never us: it calls once or twice and then only
 * lists them.
 */
@Singleton
public class Arrivals {

  /** How far back is looked when the process has just started, and may have been away. */
  private static final Duration AT_START = Duration.ofDays(1);

  private static final Duration OVERLAP = Duration.ofMinutes(15);

  /** What is younger may be on its way to us at this moment. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  private final DeliveryRepository deliveries;
  private final SmsArchive archive;
  private final Clock clock;
  private final Set<OrganizationId> looked = ConcurrentHashMap.newKeySet();

  Arrivals(final DeliveryRepository deliveries, final SmsArchive archive, final Clock clock) {
    this.deliveries = deliveries;
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * The messages nobody told us of since the last look, oldest first; empty when the provider could
   * not be asked about every number.
   */
  public Optional<List<Sighting>> unheard(final OrganizationId organization) {
    final Instant since = since(organization);
    return deliveries.numbers(organization.value()).stream()
        .map(number -> archive.received(organization, number, since))
        .reduce(Optional.of(List.of()), Arrivals::both)
        .map(all -> unknown(organization, all, since));
  }

  /** What was found is taken in; the next look begins a little before this one began. */
  public void done(final OrganizationId organization, final Instant begun) {
    looked.add(organization);
    deliveries.looked(organization.value(), begun);
  }

  private Instant since(final OrganizationId organization) {
    final Instant longAgo = clock.instant().minus(AT_START);
    final Instant last =
        deliveries.lookedAt(organization.value()).map(at -> at.minus(OVERLAP)).orElse(longAgo);
    return looked.contains(organization) || last.isBefore(longAgo) ? last : longAgo;
  }

  private static Optional<List<Sighting>> both(
      final Optional<List<Sighting>> some, final Optional<List<Sighting>> others) {
    return some.flatMap(
        one -> others.map(two -> Stream.concat(one.stream(), two.stream()).toList()));
  }

  private List<Sighting> unknown(
      final OrganizationId organization, final List<Sighting> all, final Instant since) {
    final Instant settled = clock.instant().minus(ON_ITS_WAY);
    final List<Sighting> candidates =
        all.stream()
            .filter(one -> one.status().equals("received"))
            .filter(one -> at(one).isAfter(since) && at(one).isBefore(settled))
            .toList();
    final Set<String> known =
        candidates.isEmpty()
            ? Set.of()
            : new HashSet<>(
                deliveries.known(
                    organization.value(), candidates.stream().map(Sighting::sid).toList()));
    return candidates.stream()
        .filter(one -> !known.contains(one.sid()))
        .sorted(Comparator.comparing(Arrivals::at))
        .toList();
  }

  private static Instant at(final Sighting one) {
    return one.createdAt().orElse(Instant.MIN);
  }
}
