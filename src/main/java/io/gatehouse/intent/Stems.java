package io.gatehouse.intent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What words begin with, letter by letter. */
final class Stems<T> {

  private final Map<Character, Stems<T>> next = new HashMap<>(2);
  private @Nullable T here;

  /** What stands for a stem; made when there is nothing yet. */
  T of(final String stem, final Supplier<T> fresh) {
    Stems<T> at = this;
    for (int i = 0; i < stem.length(); i++) {
      at = at.next.computeIfAbsent(stem.charAt(i), unseen -> new Stems<>());
    }
    final T known = at.here;
    final T made = known == null ? fresh.get() : known;
    at.here = made;
    return made;
  }

  /** What stands for the longest stem that a word begins with, or null. */
  @Nullable T longest(final String word) {
    T found = null;
    Stems<T> at = this;
    for (int i = 0; i < word.length() && !at.next.isEmpty(); i++) {
      at = at.next.get(word.charAt(i));
      if (at == null) {
        break;
      }
      found = at.here == null ? found : at.here;
    }
    return found;
  }
}
