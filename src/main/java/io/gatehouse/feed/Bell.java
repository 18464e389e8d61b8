package io.gatehouse.feed;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rings when this instance has added to the feed. What others add makes no sound: look as well. */
@Singleton
public class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long rings;

  public void ring() {
    lock.lock();
    try {
      rings++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How often it has rung so far. */
  public long rings() {
    lock.lock();
    try {
      return rings;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it has rung more often than so far known, at most so long.
   *
   * @return false when it has not, or the wait was interrupted
   */
  public boolean await(final long known, final Duration most) {
    lock.lock();
    try {
      long left = most.toNanos();
      while (rings <= known && left > 0) {
        left = rung.awaitNanos(left);
      }
      return rings > known;
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
