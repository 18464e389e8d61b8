package io.gatehouse.chat;

import io.gatehouse.conversation.Conversations.Named;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The threads that were used last, within bounds: those unused for longest are forgotten.
 * Thread-safe.
 */
final class Threads {

  private final Map<Named, Remembered> used = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final long longest;
  private long length;

  /**
   * @param most threads
   * @param longest UTF-16 units of all they hold
   */
  Threads(final int most, final long longest) {
    this.most = most;
    this.longest = longest;
  }

  synchronized Remembered get(final Named name) {
    return used.getOrDefault(name, Remembered.NOTHING);
  }

  synchronized Remembered change(final Named name, final UnaryOperator<Remembered> change) {
    final Remembered before = get(name);
    final Remembered after = change.apply(before);
    used.put(name, after);
    length += after.length() - before.length();
    trim();
    return after;
  }

  synchronized void clear() {
    used.clear();
    length = 0;
  }

  private void trim() {
    final Iterator<Remembered> eldest = used.values().iterator();
    while (eldest.hasNext() && (used.size() > most || length > longest)) {
      length -= eldest.next().length();
      eldest.remove();
    }
  }
}
