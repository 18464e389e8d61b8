package io.gatehouse.detection;

import io.gatehouse.recognition.Reading;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said before, made ready for the recognizers once: the last dozen messages of a
 * conversation are looked at again with every new one. Those unused for longest are forgotten.
 * Thread-safe.
 */
final class Readings {

  /** UTF-16 units of all messages: those of some hundred lively conversations, about 25 MB. */
  private static final int LENGTH = 500_000;

  private final Map<Key, Reading> used = new LinkedHashMap<>(16, 0.75f, true);
  private final int longest;
  private int length;

  private record Key(String text, ScanRequest.Format format, Reading.Context context) {}

  Readings() {
    this(LENGTH);
  }

  Readings(final int longest) {
    this.longest = longest;
  }

  Reading of(final Utterance said, final Reading.Context context) {
    final var key = new Key(said.text(), said.format(), context);
    final @Nullable Reading known = find(key);
    return known == null ? kept(key, Reading.of(said.folded(), context)) : known;
  }

  private synchronized @Nullable Reading find(final Key key) {
    return used.get(key);
  }

  private synchronized Reading kept(final Key key, final Reading fresh) {
    if (used.put(key, fresh) == null) {
      length += key.text().length();
    }
    final Iterator<Key> eldest = used.keySet().iterator();
    while (length > longest && eldest.hasNext()) {
      length -= eldest.next().text().length();
      eldest.remove();
    }
    return fresh;
  }

  synchronized int length() {
    return length;
  }
}
