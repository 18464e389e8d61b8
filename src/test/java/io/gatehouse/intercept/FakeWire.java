package io.gatehouse.intercept;

import io.gatehouse.socket.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A peer whose reading a test decides on; what is to run later runs when the test says so. */
final class FakeWire implements Wire {

  final List<String> sent = new ArrayList<>();
  final List<Integer> closed = new ArrayList<>();
  boolean reading = true;
  boolean peerReads = true;
  int pings;
  private long unread;
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Override
  public void send(final String text) {
    sent.add(text);
    unread += peerReads ? 0 : text.length();
  }

  @Override
  public long unread() {
    return unread;
  }

  @Override
  public void ping() {
    pings++;
  }

  @Override
  public void reading(final boolean on) {
    reading = on;
  }

  @Override
  public void close(final int code, final String reason) {
    closed.add(code);
  }

  @Override
  public void later(final Runnable task) {
    tasks.add(task);
  }
}
