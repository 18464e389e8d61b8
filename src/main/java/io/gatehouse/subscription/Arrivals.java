package io.gatehouse.subscription;

import io.gatehouse.feed.Item;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What arrived although something before it did not. It need not be posted again while this process
 * remembers; a receiver knows a repeat by its id.
 */
final class Arrivals {

  private final Set<UUID> arrived = ConcurrentHashMap.newKeySet();

  boolean has(final Item item) {
    return arrived.contains(item.id());
  }

  void add(final Item item) {
    arrived.add(item.id());
  }

  /** Counts those that arrived from the first on, and forgets all but what may come again. */
  int settle(final List<Item> items) {
    int count = 0;
    while (count < items.size() && has(items.get(count))) {
      count++;
    }
    arrived.retainAll(
        items.stream().skip(count).map(Item::id).collect(Collectors.toUnmodifiableSet()));
    return count;
  }
}
