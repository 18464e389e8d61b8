package io.gatehouse.passage;

import io.gatehouse.chat.Asked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where messages wait to be recorded: a line for each thread, whose next one goes only when the one
 * before it is through.
 */
final class Lines {

  private final int most;
  private final Predicate<Asked> heldUp;
  private final Map<Name, Line> lines = new HashMap<>();
  private final Set<Name> ready = new LinkedHashSet<>();
  private int waiting;
  private boolean closed;

  /** A thread of an organization. */
  private record Name(String organization, String thread) {}

  private static final class Line {
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private int underWay;
  }

  /**
   * @param most messages that may wait at once
   * @param heldUp whether earlier ones of a message's thread are to be recorded first
   */
  Lines(final int most, final Predicate<Asked> heldUp) {
    this.most = most;
    this.heldUp = heldUp;
  }

  /** Whether there was room. */
  synchronized boolean add(final Ticket ticket) {
    if (waiting >= most) {
      return false;
    }
    waiting++;
    final Name name = name(ticket);
    final Line line = lines.computeIfAbsent(name, fresh -> new Line());
    line.waiting.add(ticket);
    look(name, line);
    return true;
  }

  /** Waits for the next of any threads, and takes all that are ready. None once it is closed. */
  synchronized List<Ticket> take(final int together) throws InterruptedException {
    List<Ticket> taken = next(together);
    while (taken.isEmpty() && !closed) {
      wait();
      taken = next(together);
    }
    return taken;
  }

  /** Takes all that are ready. */
  synchronized List<Ticket> next(final int together) {
    final List<Ticket> taken = new ArrayList<>();
    final Iterator<Name> names = ready.iterator();
    while (names.hasNext() && taken.size() < together) {
      final Line line = line(names.next());
      if (!heldUp.test(line.waiting.getFirst().asked())) {
        names.remove();
        taken.add(line.waiting.removeFirst());
        line.underWay++;
        waiting--;
      }
    }
    return taken;
  }

  /**
   * Takes one out of its line; its thread goes on when it is {@link #through}.
   *
   * @return whether it still waited
   */
  synchronized boolean leave(final Ticket ticket) {
    final Name name = name(ticket);
    final Line line = lines.get(name);
    if (line == null || !line.waiting.remove(ticket)) {
      return false;
    }
    waiting--;
    line.underWay++;
    ready.remove(name);
    return true;
  }

  /** What was taken is dealt with. */
  synchronized void through(final Ticket ticket) {
    final Name name = name(ticket);
    final Line line = line(name);
    line.underWay--;
    look(name, line);
  }

  private void look(final Name name, final Line line) {
    if (line.underWay == 0 && line.waiting.isEmpty()) {
      lines.remove(name);
    } else if (line.underWay == 0 && ready.add(name)) {
      notify();
    }
  }

  /** What held a thread up may do so no more. */
  synchronized void lookAgain() {
    if (!ready.isEmpty()) {
      notifyAll();
    }
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized int waiting() {
    return waiting;
  }

  private Line line(final Name name) {
    final @Nullable Line line = lines.get(name);
    if (line == null) {
      throw new IllegalStateException("nothing of this thread is under way");
    }
    return line;
  }

  private static Name name(final Ticket ticket) {
    return new Name(ticket.asked().organization().value(), ticket.asked().thread());
  }
}
