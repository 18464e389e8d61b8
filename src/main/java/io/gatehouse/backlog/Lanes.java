package io.gatehouse.backlog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many messages wait of each thread. */
final class Lanes {

  private final Map<Integer, Integer> waiting = new ConcurrentHashMap<>();

  void enter(final int lane) {
    waiting.merge(lane, 1, Integer::sum);
  }

  void leave(final int lane) {
    waiting.computeIfPresent(lane, (same, count) -> count == 1 ? null : count - 1);
  }

  boolean holds(final int lane) {
    return waiting.containsKey(lane);
  }
}
