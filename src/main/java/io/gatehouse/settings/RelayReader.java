package io.gatehouse.settings;

import io.gatehouse.json.Part;
import io.gatehouse.settings.RelaySettings.Loop;
import io.gatehouse.settings.RelaySettings.Media;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads how text messages are relayed. */
public final class RelayReader {

  private static final int MOST_PREFIXES = 100;
  private static final Pattern PREFIX = Pattern.compile("\\*|\\+[0-9]{1,14}");
  private static final RelaySettings STANDARD = RelaySettings.STANDARD;

  private RelayReader() {}

  public static RelaySettings read(final Part part) {
    part.only(
        Set.of(
            "cool_down_days",
            "stale_after_minutes",
            "segments_per_second",
            "daily_ceiling",
            "loop",
            "media"));
    return new RelaySettings(
        part.at("cool_down_days").integer(0, 365).map(Duration::ofDays).orElse(STANDARD.coolDown()),
        part.at("stale_after_minutes")
            .integer(1, 10_080)
            .map(Duration::ofMinutes)
            .orElse(STANDARD.staleAfter()),
        byPrefix(part.at("segments_per_second"), STANDARD.pace(), item -> item.number(0.01, 1000)),
        byPrefix(
            part.at("daily_ceiling"), STANDARD.ceiling(), item -> item.integer(0, 100_000_000)),
        loop(part.at("loop")),
        part.at("media").oneOf(Media.values(), Media::wire).orElse(STANDARD.media()));
  }

  /** What is given comes on top of the standard. */
  private static <V> Map<String, V> byPrefix(
      final Part part, final Map<String, V> standard, final Function<Part, Optional<V>> value) {
    final Map<String, V> all = new HashMap<>(standard);
    part.members(MOST_PREFIXES)
        .forEach(
            (prefix, item) -> {
              if (PREFIX.matcher(prefix).matches()) {
                value.apply(item).ifPresent(given -> all.put(prefix, given));
              } else {
                item.refuse("is not for a prefix such as +1, or * for all others");
              }
            });
    return all;
  }

  private static Loop loop(final Part part) {
    part.only(Set.of("same_text", "messages", "seconds"));
    return new Loop(
        part.at("same_text").integer(2, 1000).orElse(Loop.STANDARD.sameText()),
        part.at("messages").integer(2, 10_000).orElse(Loop.STANDARD.messages()),
        part.at("seconds")
            .integer(1, 86_400)
            .map(Duration::ofSeconds)
            .orElse(Loop.STANDARD.window()));
  }
}
