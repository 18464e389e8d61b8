package io.gatehouse.crowd;

import io.gatehouse.crowd.Talking.Told;
import io.gatehouse.week.Gateway;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the crowd was told with what the gateway tells its followers. */
final class Reckoning {

  /** How long what was let pass may take until it is recorded. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Gateway gateway;
  private final Collection<Told> told;
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> last = new HashMap<>();
  private final Set<String> overtaken = new HashSet<>();
  private String cursor = "";

  Reckoning(final Gateway gateway, final Collection<Told> told) {
    this.gateway = gateway;
    this.told = List.copyOf(told);
  }

  /** Reads the feed to its end, again and again until all is in it that was answered. */
  boolean right(final Saying say) throws InterruptedException {
    final long end = System.nanoTime() + PATIENCE.toNanos();
    read();
    while (missing() > 0 && System.nanoTime() < end) {
      Thread.sleep(LOOK);
      read();
    }
    final long doubled = seen.values().stream().filter(times -> times > 1).count();
    final long leaked = told.stream().filter(one -> one.message().leak() && passed(one)).count();
    say.say("answered %,d; %s", told.size(), actions());
    say.say("answered before it was recorded %,d", unrecorded());
    say.say("leaks let pass %,d", leaked);
    say.say("lost %,d, doubled %,d, out of order %,d", missing(), doubled, overtaken.size());
    return missing() + doubled + overtaken.size() == 0;
  }

  private void read() {
    for (int items = 1; items > 0; ) {
      final Map<String, Object> page =
          gateway.ask("GET", "/api/events?limit=500&after=" + cursor, "");
      items = note(page.get("items"));
      cursor = String.valueOf(page.get("next"));
    }
  }

  private int note(final @Nullable Object page) {
    final List<?> items = page instanceof final List<?> some ? some : List.of();
    for (final Object item : items) {
      final Map<?, ?> body = (Map<?, ?>) item;
      if ("message.decided".equals(body.get("type"))) {
        note(String.valueOf(body.get("message_id")), String.valueOf(body.get("thread_id")));
      }
    }
    return items.size();
  }

  private void note(final String id, final String thread) {
    final int place = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    if (seen.merge(id, 1, Integer::sum) == 1 && last.merge(thread, place, Math::max) > place) {
      overtaken.add(id);
    }
  }

  private long missing() {
    return told.stream().filter(one -> !seen.containsKey(one.message().id())).count();
  }

  private long unrecorded() {
    return told.stream().filter(one -> !one.answer().recorded()).count();
  }

  private static boolean passed(final Told one) {
    return one.answer().action().equals("allow");
  }

  private Map<String, Long> actions() {
    return told.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.answer().action(), LinkedHashMap::new, Collectors.counting()));
  }

  /** Where it is said. */
  interface Saying {
    void say(String text, Object... values);
  }
}
