package io.gatehouse.subscription;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.feed.Outlet;
import io.gatehouse.feed.Outlets;
import io.gatehouse.organization.SettingsBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One outlet for each organization that chose an address. */
@Singleton
final class Subscriptions implements Outlets {

  private final SubscriberRepository subscribers;
  private final SettingsBook settings;
  private final Posting posting;
  private final Notices notices;
  private final Map<OrganizationId, Arrivals> arrivals = new ConcurrentHashMap<>();

  Subscriptions(
      final SubscriberRepository subscribers,
      final SettingsBook settings,
      final Posting posting,
      final Notices notices) {
    this.subscribers = subscribers;
    this.settings = settings;
    this.posting = posting;
    this.notices = notices;
  }

  @Override
  public List<Outlet> open() {
    return subscribers.all().stream().map(OrganizationId::new).flatMap(this::outlet).toList();
  }

  private Stream<Outlet> outlet(final OrganizationId organization) {
    final Optional<Outlet> outlet =
        settings
            .current(organization)
            .feed()
            .webhook()
            .map(
                address ->
                    new Subscription(
                        organization,
                        address,
                        posting,
                        notices,
                        arrivals.computeIfAbsent(organization, any -> new Arrivals())));
    return outlet.stream();
  }
}
