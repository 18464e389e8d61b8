package io.gatehouse.subscription;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import io.gatehouse.feed.Outlet;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** One organization's webhook: several threads at a time, each in its order. */
final class Subscription implements Outlet {

  private static final int AT_ONCE = 8;

  private final OrganizationId organization;
  private final URI address;
  private final Posting posting;
  private final Notices notices;
  private final Arrivals arrivals;

  Subscription(
      final OrganizationId organization,
      final URI address,
      final Posting posting,
      final Notices notices,
      final Arrivals arrivals) {
    this.organization = organization;
    this.address = address;
    this.posting = posting;
    this.notices = notices;
    this.arrivals = arrivals;
  }

  @Override
  public String name() {
    return "webhook:" + organization;
  }

  @Override
  public Optional<OrganizationId> organization() {
    return Optional.of(organization);
  }

  @Override
  public String target() {
    return Posting.fingerprint(address);
  }

  @Override
  public void troubled(final Handed.Trouble trouble, final Instant since) {
    notices.troubled(organization, trouble, since);
  }

  @Override
  public Handed hand(final List<Item> items) {
    final Round round = posting.begin(organization, address);
    final Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory())) {
      threads(items)
          .forEach(
              thread -> {
                places.acquireUninterruptibly();
                threads.execute(
                    () -> {
                      try {
                        post(round, thread);
                      } finally {
                        places.release();
                      }
                    });
              });
    }
    return round.outcome(arrivals.settle(items), items.size());
  }

  private void post(final Round round, final List<Item> thread) {
    for (final Item item : thread) {
      if (!arrivals.has(item)) {
        if (!round.post(item)) {
          return;
        }
        arrivals.add(item);
      }
    }
  }

  private static List<List<Item>> threads(final List<Item> items) {
    final Map<String, List<Item>> threads = new LinkedHashMap<>();
    items.forEach(
        item -> threads.computeIfAbsent(item.thread(), any -> new ArrayList<>()).add(item));
    return List.copyOf(threads.values());
  }
}
