package io.gatehouse.limits;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps so many of what was used last: strangers cannot fill the memory with their names. */
final class Remembered<V> {

  private static final float LOAD = 0.75f;

  private final Map<String, V> values;

  Remembered(final int most) {
    this.values =
        new LinkedHashMap<>(16, LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(final Map.Entry<String, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized @Nullable V get(final String name) {
    return values.get(name);
  }

  /** What was there before stays. */
  synchronized V putIfAbsent(final String name, final V value) {
    final V before = values.putIfAbsent(name, value);
    return before == null ? value : before;
  }

  synchronized void remove(final String name) {
    values.remove(name);
  }
}
