package io.gatehouse.passage;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** How messages were answered since the start. */
@Singleton
final class Counts {

  private final LongAdder recorded = new LongAdder();
  private final LongAdder unrecorded = new LongAdder();
  private final LongAdder unjudged = new LongAdder();
  private final LongAdder late = new LongAdder();

  LongAdder recorded() {
    return recorded;
  }

  LongAdder unrecorded() {
    return unrecorded;
  }

  LongAdder unjudged() {
    return unjudged;
  }

  LongAdder late() {
    return late;
  }
}
