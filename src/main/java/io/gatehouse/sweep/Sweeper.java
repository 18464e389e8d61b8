package io.gatehouse.sweep;

import io.gatehouse.backlog.Backlog;
import io.gatehouse.backlog.Entry;
import io.gatehouse.breaker.Breaker.Attempt;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what was answered before it was recorded, as soon as that is possible again. */
@Singleton
class Sweeper {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final Backlog backlog;
  private final Guard guard;
  private final Recording recording;
  private final Settlement settlement;
  private final Stumbles stumbles;
  private final SweepSettings settings;

  Sweeper(
      final Backlog backlog,
      final Guard guard,
      final Recording recording,
      final Settlement settlement,
      final Stumbles stumbles,
      final SweepSettings settings) {
    this.backlog = backlog;
    this.guard = guard;
    this.recording = recording;
    this.settlement = settlement;
    this.stumbles = stumbles;
    this.settings = settings;
  }

  /** Records all that can be, oldest first within a thread. */
  synchronized void sweep() throws IOException {
    List<Entry> some = next();
    while (!some.isEmpty() && works(some)) {
      some = next();
    }
  }

  private List<Entry> next() throws IOException {
    return backlog.first(settings.together(), stumbles.resting());
  }

  /** Tries them, and says whether there is any point in going on. */
  private boolean works(final List<Entry> some) throws IOException {
    for (final List<Entry> alike : byHandling(some)) {
      final Optional<Attempt> attempt = guard.admit();
      if (attempt.isEmpty() || !works(alike, attempt.get())) {
        return false;
      }
    }
    return true;
  }

  private boolean works(final List<Entry> alike, final Attempt attempt) throws IOException {
    final Optional<Fault> fault = tried(alike);
    if (fault.isEmpty()) {
      guard.succeeded(attempt);
    } else if (fault.get() == Fault.AWAY || alike.size() == 1) {
      guard.failed(attempt, fault.get(), alike.getFirst().asked());
      return fault.get() != Fault.AWAY && stumbles.over(alike.getFirst(), fault.get());
    } else {
      guard.failed(attempt, oneByOne(alike, attempt), alike.getLast().asked());
    }
    return true;
  }

  /** One of them fails; it must not take the others with it. */
  private Fault oneByOne(final List<Entry> alike, final Attempt attempt) throws IOException {
    Fault last = Fault.MESSAGE;
    for (final Entry entry : alike) {
      final Optional<Fault> fault = tried(List.of(entry));
      if (fault.isEmpty()) {
        guard.succeeded(attempt);
      } else if (fault.get() == Fault.AWAY) {
        return Fault.AWAY;
      } else {
        stumbles.over(entry, fault.get());
        last = fault.get();
      }
    }
    return last;
  }

  private Optional<Fault> tried(final List<Entry> alike) throws IOException {
    try {
      final List<Asked> asked = alike.stream().map(Entry::asked).toList();
      final List<Told> told = recording.record(asked, alike.getFirst().handling());
      final List<Entry> settled = new ArrayList<>();
      for (int number = 0; number < alike.size(); number++) {
        if (settled(alike.get(number), told.get(number))) {
          settled.add(alike.get(number));
        }
      }
      backlog.gone(settled, settled);
      stumbles.past(settled);
      return Optional.empty();
    } catch (final RuntimeException | StackOverflowError failed) {
      final Fault fault = Fault.of(failed);
      LOG.warn(
          "{} messages still not recorded: {}, {}",
          alike.size(),
          fault,
          failed.getClass().getName());
      return Optional.of(fault);
    }
  }

  private boolean settled(final Entry entry, final Told told) throws IOException {
    if (told instanceof final Told.Judged judged) {
      if (!Agreement.between(entry, judged.event())) {
        settlement.amend(entry, judged.event());
      }
      return true;
    }
    // Another message has its id, which was not seen while the database was away.
    stumbles.aside(entry);
    return false;
  }

  private static List<List<Entry>> byHandling(final List<Entry> some) {
    return List.copyOf(some.stream().collect(Collectors.groupingBy(Entry::handling)).values());
  }
}
