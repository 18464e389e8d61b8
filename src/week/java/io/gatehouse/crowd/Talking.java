package io.gatehouse.crowd;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Talks through some lines, and keeps what was asked and what was answered. */
final class Talking implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String key;
  private final Plan plan;
  private final Author author;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final AtomicLong errors = new AtomicLong();
  private final AtomicLong unrecorded = new AtomicLong();
  private volatile Latencies latencies = new Latencies(0);
  private volatile int window;

  /** A message that was asked for, by which line, and when that was due. */
  private record Asked(Message message, int line, long due) {}

  /** A message and its first answer. */
  record Told(Message message, Answer answer) {}

  Talking(final URI address, final String key, final Plan plan, final Author author) {
    this.address = address;
    this.key = key;
    this.plan = plan;
    this.author = author;
    connect();
  }

  void connect() {
    lines.forEach(Line::close);
    lines.clear();
    for (int n = 0; n < plan.lines(); n++) {
      lines.add(Line.open(http, address, key, this::hear));
    }
  }

  /** Asks at an even pace, whether answers come or not, and waits some seconds for the last. */
  Latencies pace(final int rate, final Duration time) {
    final int messages = (int) (rate * time.toMillis() / 1_000);
    begin(messages, 0);
    final long start = System.nanoTime();
    for (int n = 0; n < messages; n++) {
      final long due = start + n * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(Math.min(due - System.nanoTime(), 1_000_000));
      }
      ask(n % plan.lines(), due);
    }
    settle();
    return latencies;
  }

  /** Asks as fast as answers come: each line has so many under way. Tells messages a second. */
  double flood(final int each, final Duration time) {
    begin(1_000_000, each);
    final long start = System.nanoTime();
    for (int n = 0; n < each * plan.lines(); n++) {
      ask(n % plan.lines(), System.nanoTime());
    }
    LockSupport.parkNanos(time.toNanos());
    final long answered = latencies.count();
    final double seconds = (System.nanoTime() - start) / 1e9;
    window = 0;
    settle();
    return answered / seconds;
  }

  private void begin(final int most, final int each) {
    latencies = new Latencies(most);
    unrecorded.set(0);
    window = each;
  }

  private void ask(final int line, final long due) {
    final Message message = author.next(line);
    asked.put(message.id(), new Asked(message, line, due));
    lines.get(line).send(message.frame());
  }

  private void hear(final String frame) {
    final long now = System.nanoTime();
    final Answer answer = Answer.read(frame);
    final Asked one = asked.remove(answer.id());
    if (one == null) {
      errors.incrementAndGet();
      return;
    }
    latencies.add(now - one.due());
    if (!answer.recorded()) {
      unrecorded.incrementAndGet();
    }
    told.put(answer.id(), new Told(one.message(), answer));
    if (window > 0) {
      ask(one.line(), now);
    }
  }

  /** Waits until all is answered, or nobody answers any more. */
  private void settle() {
    for (int tenth = 0; tenth < 100 && !asked.isEmpty(); tenth++) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  /** Asks once more for what was never answered, by the same names. */
  int askAgain() {
    begin(asked.size(), 0);
    final List<Asked> open = asked.values().stream().sorted(Talking::byPlace).toList();
    open.forEach(one -> lines.get(one.line()).send(one.message().frame()));
    settle();
    return open.size();
  }

  private static int byPlace(final Asked one, final Asked other) {
    return Integer.compare(one.message().place(), other.message().place());
  }

  Collection<Told> told() {
    return told.values();
  }

  int unanswered() {
    return asked.size();
  }

  /** How many were answered before they were recorded, of those asked for last. */
  long unrecorded() {
    return unrecorded.get();
  }

  /** Frames that belong to no message asked for. */
  long errors() {
    return errors.get();
  }

  @Override
  public void close() {
    lines.forEach(Line::close);
    http.close();
  }
}
