package io.gatehouse.pace;

import io.gatehouse.settings.RelaySettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an organization's settings say about one number. */
final class Limits {

  private static final double NANOS = 1e9;

  private Limits() {}

  /** How long segments occupy a number of ours; the longest prefix that fits is the one. */
  static Duration occupied(final RelaySettings settings, final String number, final int segments) {
    final double pace =
        settings.pace().entrySet().stream()
            .filter(entry -> number.startsWith(entry.getKey()))
            .max(Comparator.comparingInt(entry -> entry.getKey().length()))
            .map(Map.Entry::getValue)
            .orElseGet(() -> settings.pace().getOrDefault(RelaySettings.ANY, 1.0));
    return Duration.ofNanos(Math.round(Math.max(1, segments) * NANOS / pace));
  }

  /** The ceilings that a message to a phone counts for: all together and every fitting prefix. */
  static Map<String, Integer> ceilings(final RelaySettings settings, final String phone) {
    final Map<String, Integer> fitting = new TreeMap<>();
    settings.ceiling().entrySet().stream()
        .filter(one -> one.getKey().equals(RelaySettings.ANY) || phone.startsWith(one.getKey()))
        .forEach(one -> fitting.put(one.getKey(), one.getValue()));
    return fitting;
  }

  /** As a JSON object; prefixes need no escape. */
  static String json(final Map<String, Integer> ceilings) {
    return ceilings.entrySet().stream()
        .map(one -> '"' + one.getKey() + "\":" + one.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
