package io.gatehouse.media;

import io.gatehouse.message.MessageEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file that a webhook says came with a message.
 *
 * @param url where the provider keeps it; empty when it was not said in a way that could be used
 * @param type what the provider calls it; never believed
 */
public record Announced(String url, String type) {

  /** No message has more; of what says otherwise the first ten are taken. */
  public static final int MOST = 10;

  private static final String FACT = "file_";

  static Map<String, String> facts(final List<Announced> files) {
    final Map<String, String> facts = new HashMap<>();
    IntStream.range(0, Math.min(files.size(), MOST))
        .forEach(i -> facts.put(FACT + i, files.get(i).url() + " " + files.get(i).type()));
    return facts;
  }

  /** Reads what {@link #facts} wrote, in the same order. */
  static List<Announced> of(final MessageEvent event) {
    return IntStream.range(0, MOST)
        .mapToObj(i -> event.origin().envelope().getOrDefault(FACT + i, ""))
        .takeWhile(fact -> !fact.isEmpty())
        .map(fact -> fact.split(" ", 2))
        .map(parts -> new Announced(parts[0], parts[1]))
        .toList();
  }

  static boolean isFact(final String name) {
    return Stream.of(FACT, MediaRules.HELD, MediaRules.COUNT, MediaRules.INSPECT)
        .anyMatch(name::startsWith);
  }
}
