package io.gatehouse.intercept;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the answers of each thread in the order of asking, whenever they come, so that they can be
 * matched without a name (B46). Confined to one thread.
 */
final class ThreadOrder {

  private final Map<String, Queue<Place>> threads = new HashMap<>();
  private final Consumer<String> tell;

  /** Where an answer stands in its thread. */
  private static final class Place {
    private @Nullable String answer;
  }

  ThreadOrder(final Consumer<String> tell) {
    this.tell = tell;
  }

  /** Keeps a place for an answer, and returns where to hand it in. */
  Consumer<String> next(final String thread) {
    final Place place = new Place();
    threads.computeIfAbsent(thread, any -> new ArrayDeque<>()).add(place);
    return answer -> {
      place.answer = answer;
      flush(thread);
    };
  }

  private void flush(final String thread) {
    final Queue<Place> places = threads.getOrDefault(thread, new ArrayDeque<>());
    Place first = places.peek();
    while (first != null && first.answer != null) {
      places.remove();
      tell.accept(first.answer);
      first = places.peek();
    }
    if (places.isEmpty()) {
      threads.remove(thread, places);
    }
  }
}
