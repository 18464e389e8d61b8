package io.gatehouse.sweep;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Entry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that cannot be recorded though others can: tried again a few times, then set aside, so
 * that they stand in nobody's way.
 */
@Singleton
public class Stumbles {

  private static final Logger LOG = LoggerFactory.getLogger(Stumbles.class);
  private static final int TRIES = 3;
  private static final Duration REST = Duration.ofSeconds(1);

  private final Backlog backlog;
  private final Losses losses;
  private final Clock clock;
  private final Map<Entry, Trouble> troubles = new HashMap<>();
  private long recorded;

  /**
   * @param before how many others were recorded when it first failed
   */
  private record Trouble(int tries, Instant restsUntil, long before) {}

  Stumbles(final Backlog backlog, final Losses losses, final Clock clock) {
    this.backlog = backlog;
    this.losses = losses;
    this.clock = clock;
  }

  /** Those whose turn is not now. */
  synchronized Set<Entry> resting() {
    final Instant now = clock.instant();
    return troubles.entrySet().stream()
        .filter(one -> now.isBefore(one.getValue().restsUntil()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * One failed. Where nothing else was recorded meanwhile, that is not its own fault.
   *
   * @return always true: others may well be recorded
   */
  synchronized boolean over(final Entry entry, final Fault fault) throws IOException {
    final long others = recorded;
    final Trouble before = troubles.getOrDefault(entry, new Trouble(0, Instant.MIN, others));
    final var now = new Trouble(before.tries() + 1, clock.instant().plus(REST), before.before());
    if (now.tries() >= TRIES && (fault == Fault.MESSAGE || others > now.before())) {
      aside(entry);
    } else {
      troubles.put(entry, now);
    }
    return true;
  }

  /** How many were recorded after their answer, since the start. */
  public synchronized long recorded() {
    return recorded;
  }

  synchronized void past(final Collection<Entry> done) {
    recorded += done.size();
    done.forEach(troubles::remove);
  }

  synchronized void aside(final Entry entry) throws IOException {
    backlog.aside(entry);
    troubles.remove(entry);
    losses.add(entry);
    LOG.error(
        "organization={}: a message that was answered cannot be recorded and is set aside",
        entry.asked().organization());
  }
}
